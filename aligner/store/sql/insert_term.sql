INSERT INTO term (concept, language, wording, status, verified, note, part_of_speech, source)
VALUES (:concept, :language, :wording, :status, 0, '', '', '')
