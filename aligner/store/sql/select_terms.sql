-- A concept without terms gives one row with an empty (NULL) term.
SELECT concept.name, concept.type, concept.source, concept.note,
       term.language, term.wording, term.status, term.verified, term.note
  FROM concept
  LEFT JOIN term ON term.concept = concept.id
 ORDER BY concept.id, term.id
