-- About two texts in one mode, whichever way they were cut.
SELECT edit.id, edit.source_segmentation, edit.target_segmentation, edit.kind, edit.earlier, edit.made_by, edit.made_at,
       edit.note
  FROM edit
  JOIN segmentation AS source_cut ON source_cut.id = edit.source_segmentation
  JOIN segmentation AS target_cut ON target_cut.id = edit.target_segmentation
 WHERE source_cut.document = :source_document
   AND target_cut.document = :target_document
   AND edit.mode = :mode
 ORDER BY edit.id
