-- Gives the document back where the term was found, nothing where it was not.
INSERT OR REPLACE INTO term_occurrence (document, begin_byte, end_byte, term)
SELECT :document, :begin_byte, :end_byte, term.id
  FROM concept AS named
  JOIN term ON term.concept = coalesce(named.merged_into, named.id)
 WHERE named.name = :concept AND term.language = :language AND term.wording = :wording
RETURNING document
