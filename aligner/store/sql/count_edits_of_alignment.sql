-- Of its texts in its mode, however they were cut.
SELECT count(*)
  FROM alignment
  JOIN segmentation AS source_cut ON source_cut.id = alignment.source_segmentation
  JOIN segmentation AS target_cut ON target_cut.id = alignment.target_segmentation
  JOIN segmentation AS edited_source ON edited_source.document = source_cut.document
  JOIN segmentation AS edited_target ON edited_target.document = target_cut.document
  JOIN edit
    ON edit.source_segmentation = edited_source.id
   AND edit.target_segmentation = edited_target.id
   AND edit.mode = alignment.mode
 WHERE alignment.id = :alignment
