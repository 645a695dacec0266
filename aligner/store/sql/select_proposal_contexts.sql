SELECT alignment, bead_rank, is_turned, source_begin, source_end, target_begin, target_end, weight
  FROM proposal_context
 WHERE proposal = :proposal
 ORDER BY position
