SELECT segment.id, segmentation.document, segment.begin_byte, segment.end_byte
  FROM segment
  JOIN segmentation ON segmentation.id = segment.segmentation
 ORDER BY segment.id
