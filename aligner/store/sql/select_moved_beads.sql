SELECT bead.rank, bead_segment.side, segment.position
  FROM bead
  JOIN bead_segment ON bead_segment.bead = bead.id
  JOIN segment ON segment.id = bead_segment.segment
 WHERE bead.alignment = :alignment
   AND bead.moved = 1
 ORDER BY bead.rank, bead_segment.side, segment.position
