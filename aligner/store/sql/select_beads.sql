SELECT rank, cost, confidence, grade
  FROM bead
 WHERE alignment = :alignment
 ORDER BY rank
