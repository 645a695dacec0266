SELECT segment.position, segment.begin_byte, segment.end_byte
  FROM decision_segment
  JOIN segment ON segment.id = decision_segment.segment
 WHERE decision_segment.decision = :decision AND decision_segment.side = :side
 ORDER BY segment.position
