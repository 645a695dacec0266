SELECT segment.id, segment.segmentation, segment.position, segment.begin_byte, segment.end_byte
  FROM segment_words
  JOIN segment ON segment.id = segment_words.rowid
 WHERE segment_words MATCH :words
 ORDER BY segment_words.rowid
