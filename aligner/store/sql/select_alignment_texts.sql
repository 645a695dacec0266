-- The latest alignment first.
SELECT alignment.id,
       source_cut.id, source_cut.document, alignment.source_name, source_document.language,
       target_cut.id, target_cut.document, alignment.target_name, target_document.language
  FROM alignment
  JOIN segmentation AS source_cut ON source_cut.id = alignment.source_segmentation
  JOIN segmentation AS target_cut ON target_cut.id = alignment.target_segmentation
  JOIN document AS source_document ON source_document.id = source_cut.document
  JOIN document AS target_document ON target_document.id = target_cut.document
 ORDER BY alignment.save_number DESC
