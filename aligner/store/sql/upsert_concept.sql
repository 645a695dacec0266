-- What the new list leaves empty stays as it was.
INSERT INTO concept (name, type, source, note)
VALUES (:name, :type, :source, :note)
    ON CONFLICT (name)
    DO UPDATE SET type = CASE WHEN excluded.type = '' THEN type ELSE excluded.type END,
                  source = CASE WHEN excluded.source = '' THEN source ELSE excluded.source END,
                  note = CASE WHEN excluded.note = '' THEN note ELSE excluded.note END
RETURNING id
