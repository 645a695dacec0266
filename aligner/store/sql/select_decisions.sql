-- About the same two texts in the same mode, whichever way they were cut.
SELECT decision.id, decision.source_segmentation, decision.target_segmentation, decision.verdict, decision.decided_by,
       decision.decided_at, decision.note
  FROM decision
  JOIN segmentation AS source_cut ON source_cut.id = decision.source_segmentation
  JOIN segmentation AS target_cut ON target_cut.id = decision.target_segmentation
 WHERE source_cut.document = (SELECT document FROM segmentation WHERE id = :source_segmentation)
   AND target_cut.document = (SELECT document FROM segmentation WHERE id = :target_segmentation)
   AND decision.mode = :mode
 ORDER BY decision.id
