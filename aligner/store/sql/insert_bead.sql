INSERT INTO bead (alignment, rank, cost, confidence, grade, moved)
VALUES (?, ?, ?, ?, ?, ?)
RETURNING id
