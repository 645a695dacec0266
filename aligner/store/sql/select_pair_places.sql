-- The segments that hold the two spans, in the cuts of the alignment; a turned proposal has its source in the target.
SELECT source_cut.document, source_segment.begin_byte, source_segment.end_byte, place.source_begin, place.source_end,
       source_variant.language, source_variant.wording,
       target_cut.document, target_segment.begin_byte, target_segment.end_byte, place.target_begin, place.target_end,
       target_variant.language, target_variant.wording, place.weight
  FROM proposal
  JOIN concept ON concept.id = proposal.concept
  JOIN proposal_context AS place ON place.proposal = proposal.id
  JOIN alignment ON alignment.id = place.alignment
  JOIN segmentation AS source_cut
    ON source_cut.id = iif(place.is_turned, alignment.target_segmentation, alignment.source_segmentation)
  JOIN segmentation AS target_cut
    ON target_cut.id = iif(place.is_turned, alignment.source_segmentation, alignment.target_segmentation)
  JOIN segment AS source_segment
    ON source_segment.segmentation = source_cut.id
   AND source_segment.begin_byte <= place.source_begin AND source_segment.end_byte >= place.source_end
  JOIN segment AS target_segment
    ON target_segment.segmentation = target_cut.id
   AND target_segment.begin_byte <= place.target_begin AND target_segment.end_byte >= place.target_end
  JOIN proposal_variant AS source_variant
    ON source_variant.proposal = proposal.id AND source_variant.side = 'source' AND source_variant.position = 0
  JOIN proposal_variant AS target_variant
    ON target_variant.proposal = proposal.id AND target_variant.side = 'target' AND target_variant.position = 0
 WHERE concept.name = :concept
 ORDER BY proposal.id, place.position
 LIMIT :most
