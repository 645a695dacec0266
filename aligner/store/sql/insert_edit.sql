INSERT INTO edit (source_segmentation, target_segmentation, mode, kind, earlier, made_by, made_at, note)
VALUES (:source_segmentation, :target_segmentation, :mode, :kind, :earlier, :made_by, :made_at, :note)
RETURNING id
