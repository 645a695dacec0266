-- The beads as they stand, the machine's (0) and those that people changed (1), the surest first.
SELECT 0 AS is_reviewed, bead.id AS id, bead.alignment, bead_segment.side, bead.confidence AS confidence, bead.grade,
       0 AS is_accepted
  FROM bead_segment
  JOIN bead ON bead.id = bead_segment.bead
 WHERE bead_segment.segment = :segment
   AND NOT EXISTS (SELECT 1 FROM replaced_bead WHERE replaced_bead.bead = bead.id)
 UNION ALL
SELECT 1, reviewed_bead.id, reviewed_bead.alignment, reviewed_bead_segment.side, reviewed_bead.confidence,
       reviewed_bead.grade, reviewed_bead.is_accepted
  FROM reviewed_bead_segment
  JOIN reviewed_bead ON reviewed_bead.id = reviewed_bead_segment.bead
 WHERE reviewed_bead_segment.segment = :segment
 ORDER BY confidence DESC, is_reviewed DESC, id
