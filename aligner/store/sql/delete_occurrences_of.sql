DELETE FROM term_occurrence
 WHERE term IN (SELECT id FROM term WHERE concept = :concept)
