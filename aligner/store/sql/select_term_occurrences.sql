SELECT concept.name, term.language, term.wording, term_occurrence.begin_byte, term_occurrence.end_byte
  FROM term_occurrence
  JOIN term ON term.id = term_occurrence.term
  JOIN concept ON concept.id = term.concept
 WHERE term_occurrence.document = :document
 ORDER BY term_occurrence.begin_byte, term_occurrence.end_byte, concept.id, term.id
