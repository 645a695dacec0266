SELECT id
  FROM document
 WHERE sha256 = :sha256 AND language = :language AND encoding = :encoding AND text_sha256 = :text_sha256
