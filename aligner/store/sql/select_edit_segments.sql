SELECT segment.position, segment.begin_byte, segment.end_byte
  FROM edit_segment
  JOIN segment ON segment.id = edit_segment.segment
 WHERE edit_segment.edit = :edit AND edit_segment.side = :side
 ORDER BY segment.position
