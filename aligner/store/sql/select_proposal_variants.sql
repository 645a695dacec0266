SELECT side, language, wording, count
  FROM proposal_variant
 WHERE proposal = :proposal
 ORDER BY side, position
