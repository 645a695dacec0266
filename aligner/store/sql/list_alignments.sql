SELECT alignment.id, alignment.source_name, alignment.target_name, source_document.language, target_document.language,
       alignment.mode,
       (SELECT count(*) FROM segment WHERE segmentation = alignment.source_segmentation),
       (SELECT count(*) FROM segment WHERE segmentation = alignment.target_segmentation),
       (SELECT count(*) FROM bead WHERE bead.alignment = alignment.id),
       (SELECT count(*)
          FROM decision
          JOIN segmentation AS decided_source ON decided_source.id = decision.source_segmentation
          JOIN segmentation AS decided_target ON decided_target.id = decision.target_segmentation
         WHERE decided_source.document = source_cut.document AND decided_target.document = target_cut.document
           AND decision.mode = alignment.mode),
       alignment.method, alignment.tool_version, alignment.saved_at
  FROM alignment
  JOIN segmentation AS source_cut ON source_cut.id = alignment.source_segmentation
  JOIN segmentation AS target_cut ON target_cut.id = alignment.target_segmentation
  JOIN document AS source_document ON source_document.id = source_cut.document
  JOIN document AS target_document ON target_document.id = target_cut.document
 ORDER BY alignment.save_number DESC
