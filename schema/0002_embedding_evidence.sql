-- Evidence may be an embedding. SQLite cannot alter a CHECK, so the table is made anew and its rows are taken over.

CREATE TABLE evidence_with_embeddings (
  bead         INTEGER NOT NULL REFERENCES bead (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL CHECK (position >= 0), -- strongest first
  kind         TEXT NOT NULL
               CHECK (kind IN ('date', 'number', 'name', 'term', 'word', 'length', 'boundary', 'embedding', 'context')),
  source_begin INTEGER NOT NULL CHECK (source_begin >= 0),
  source_end   INTEGER NOT NULL CHECK (source_end >= source_begin),
  target_begin INTEGER NOT NULL CHECK (target_begin >= 0),
  target_end   INTEGER NOT NULL CHECK (target_end >= target_begin),
  relation     TEXT NOT NULL,
  weight       REAL NOT NULL CHECK (weight > -9e999 AND weight < 9e999), -- nats
  reason       TEXT NOT NULL,
  PRIMARY KEY (bead, position)
) STRICT, WITHOUT ROWID;

INSERT INTO evidence_with_embeddings
       (bead, position, kind, source_begin, source_end, target_begin, target_end, relation, weight, reason)
SELECT bead, position, kind, source_begin, source_end, target_begin, target_end, relation, weight, reason
  FROM evidence;

DROP TABLE evidence;

ALTER TABLE evidence_with_embeddings RENAME TO evidence;

PRAGMA user_version = 2;
