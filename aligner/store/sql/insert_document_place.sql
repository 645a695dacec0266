INSERT INTO document_place (document, begin_byte, end_byte, kind, number, time)
VALUES (:document, :begin_byte, :end_byte, :kind, :number, :time)
