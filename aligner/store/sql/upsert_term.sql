-- A status that a person decided stays.
INSERT INTO term (concept, language, wording, status, verified, note)
VALUES (:concept, :language, :wording, :status, :verified, :note)
    ON CONFLICT (concept, language, wording)
    DO UPDATE SET status = CASE WHEN decided_by IS NULL THEN excluded.status ELSE status END,
                  verified = max(verified, excluded.verified), note = excluded.note
