SELECT proposal.id, coalesce(kept.name, concept.name), proposal.entry, proposal.score, proposal.association,
       proposal.joint_count, proposal.source_count, proposal.target_count, proposal.is_name
  FROM proposal
  JOIN concept ON concept.id = proposal.concept
  LEFT JOIN concept AS kept ON kept.id = concept.merged_into
 ORDER BY proposal.id
