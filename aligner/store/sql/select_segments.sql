SELECT id, begin_byte, end_byte, kind, paragraph
  FROM segment
 WHERE segmentation = :segmentation
 ORDER BY position
