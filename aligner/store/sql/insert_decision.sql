INSERT INTO decision (source_segmentation, target_segmentation, mode, verdict, decided_by, decided_at, note)
VALUES (:source_segmentation, :target_segmentation, :mode, :verdict, :decided_by, :decided_at, :note)
RETURNING id
