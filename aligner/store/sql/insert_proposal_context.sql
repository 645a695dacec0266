INSERT INTO proposal_context (proposal, position, alignment, bead_rank, is_turned, source_begin, source_end,
                              target_begin, target_end, weight)
VALUES (:proposal, :position, :alignment, :bead_rank, :is_turned, :source_begin, :source_end, :target_begin, :target_end,
        :weight)
