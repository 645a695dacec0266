INSERT INTO segment (segmentation, position, begin_byte, end_byte, kind, paragraph)
VALUES (:segmentation, :position, :begin_byte, :end_byte, :kind, :paragraph)
RETURNING id
