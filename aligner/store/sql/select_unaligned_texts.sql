-- The latest cut of each document that is in no alignment.
SELECT max(segmentation.id), document.id, document.language
  FROM document
  JOIN segmentation ON segmentation.document = document.id
 WHERE NOT EXISTS (SELECT 1
                     FROM segmentation AS cut
                     JOIN alignment ON cut.id IN (alignment.source_segmentation, alignment.target_segmentation)
                    WHERE cut.document = document.id)
 GROUP BY document.id
 ORDER BY document.id
