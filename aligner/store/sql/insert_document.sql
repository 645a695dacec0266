INSERT INTO document (sha256, language, encoding, text_sha256, text)
VALUES (:sha256, :language, :encoding, :text_sha256, :text)
RETURNING id
