-- The segment of the document's latest cut that holds the occurrence.
SELECT term_occurrence.document, term.language, term.wording, segment.begin_byte, segment.end_byte,
       term_occurrence.begin_byte, term_occurrence.end_byte
  FROM term_occurrence
  JOIN term ON term.id = term_occurrence.term
  JOIN concept ON concept.id = term.concept
  JOIN segment ON segment.segmentation = (SELECT max(id) FROM segmentation WHERE document = term_occurrence.document)
              AND segment.begin_byte <= term_occurrence.begin_byte AND segment.end_byte >= term_occurrence.end_byte
 WHERE concept.name = :concept
 ORDER BY term_occurrence.document, term_occurrence.begin_byte, term_occurrence.end_byte, term.id
 LIMIT :most
