INSERT INTO concept_definition (concept, language, text, source)
VALUES (:concept, :language, :text, '')
    ON CONFLICT (concept, language) DO UPDATE SET text = excluded.text
