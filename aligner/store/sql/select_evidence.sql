SELECT bead.rank, evidence.kind, evidence.source_begin, evidence.source_end, evidence.target_begin, evidence.target_end,
       evidence.relation, evidence.weight, evidence.reason
  FROM bead
  JOIN evidence ON evidence.bead = bead.id
 WHERE bead.alignment = :alignment
 ORDER BY bead.rank, evidence.position
