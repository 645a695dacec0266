SELECT concept, language, wording, field, detail, value_before, value_after, origin, made_by, made_at, why
  FROM term_change
 ORDER BY id
