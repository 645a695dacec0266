-- A concept without terms gives one row with an empty (NULL) term.
SELECT concept.name, concept.type, concept.source, concept.note, concept.subject,
       term.language, term.wording, term.status, term.verified, term.note, term.part_of_speech, term.source
  FROM concept
  LEFT JOIN term ON term.concept = concept.id
 WHERE concept.merged_into IS NULL
 ORDER BY concept.id, term.id
