SELECT begin_byte, end_byte, kind, number, time
  FROM document_place
 WHERE document = (SELECT document FROM segmentation WHERE id = :segmentation)
 ORDER BY begin_byte
