-- With the name under which the document was aligned last.
SELECT document.text, document.language,
       coalesce((SELECT CASE WHEN source_cut.document = document.id THEN alignment.source_name
                             ELSE alignment.target_name END
                   FROM alignment
                   JOIN segmentation AS source_cut ON source_cut.id = alignment.source_segmentation
                   JOIN segmentation AS target_cut ON target_cut.id = alignment.target_segmentation
                  WHERE document.id IN (source_cut.document, target_cut.document)
                  ORDER BY alignment.save_number DESC
                  LIMIT 1),
                'document ' || document.id)
  FROM document
 WHERE document.id = :document
