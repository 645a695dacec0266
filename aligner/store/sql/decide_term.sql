INSERT INTO term (concept, language, wording, status, verified, note, decided_by, decided_at)
VALUES (:concept, :language, :wording, :status, 0, '', :decided_by, :decided_at)
    ON CONFLICT (concept, language, wording)
    DO UPDATE SET status = excluded.status, decided_by = excluded.decided_by, decided_at = excluded.decided_at
