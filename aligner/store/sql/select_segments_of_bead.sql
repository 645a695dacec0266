SELECT segment.position, segment.begin_byte, segment.end_byte
  FROM bead_segment
  JOIN segment ON segment.id = bead_segment.segment
 WHERE bead_segment.bead = :bead AND bead_segment.side = :side
 ORDER BY segment.position
