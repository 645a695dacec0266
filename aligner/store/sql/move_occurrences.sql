-- The terms of a concept that is merged have their like in the other one.
UPDATE OR IGNORE term_occurrence
   SET term = (SELECT kept.id
                 FROM term AS merged
                 JOIN term AS kept ON kept.language = merged.language AND kept.wording = merged.wording
                WHERE merged.id = term_occurrence.term AND kept.concept = :into)
 WHERE term IN (SELECT id FROM term WHERE concept = :merged)
