SELECT rank, cost, confidence, grade, moved
  FROM bead
 WHERE alignment = :alignment
 ORDER BY rank
