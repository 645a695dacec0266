SELECT id, segmentation, position, begin_byte, end_byte
  FROM segment
 WHERE segmentation = :segmentation
 ORDER BY position
