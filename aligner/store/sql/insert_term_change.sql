INSERT INTO term_change (concept, language, wording, field, detail, value_before, value_after, origin, made_by, made_at,
                         why)
VALUES (:concept, :language, :wording, :field, :detail, :before, :after, :origin, :made_by, :made_at, :why)
