SELECT concept.name, term.language, term.wording, count(*), count(DISTINCT term_occurrence.document)
  FROM term_occurrence
  JOIN term ON term.id = term_occurrence.term
  JOIN concept ON concept.id = term.concept
 GROUP BY term.id
 ORDER BY concept.id, term.id
