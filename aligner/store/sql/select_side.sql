SELECT document.text, document.language, document.encoding, document.sha256
  FROM segmentation
  JOIN document ON document.id = segmentation.document
 WHERE segmentation.id = :segmentation
