SELECT segment.position, segment.begin_byte, segment.end_byte
  FROM reviewed_bead_segment
  JOIN segment ON segment.id = reviewed_bead_segment.segment
 WHERE reviewed_bead_segment.bead = :bead AND reviewed_bead_segment.side = :side
 ORDER BY segment.position
