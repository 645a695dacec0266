INSERT INTO reviewed_bead (alignment, rank, confidence, grade, is_accepted)
VALUES (:alignment, :rank, :confidence, :grade, :is_accepted)
RETURNING id
