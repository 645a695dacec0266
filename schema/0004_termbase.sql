-- The terms become a term base: definitions, external ids, parts of speech, sources; rejected terms, which are kept; the
-- history of every change; what the machine proposes, with the places that speak for it.
-- SQLite cannot alter a CHECK, so `term` is made anew, and with it the occurrences that point to it.

ALTER TABLE concept ADD COLUMN subject TEXT NOT NULL DEFAULT ''; -- the subject field: "diplomacy"

-- NULL: a concept of its own. Else it has no terms any more, and its name stands for the other.
ALTER TABLE concept ADD COLUMN merged_into INTEGER REFERENCES concept (id) CHECK (merged_into <> id);

CREATE TABLE concept_definition (
  id       INTEGER PRIMARY KEY,
  concept  INTEGER NOT NULL REFERENCES concept (id),
  language TEXT NOT NULL CHECK (language <> ''), -- "und" where none is said
  text     TEXT NOT NULL CHECK (text <> ''),
  source   TEXT NOT NULL,
  UNIQUE (concept, language)
) STRICT;

CREATE TABLE concept_external_id (
  id      INTEGER PRIMARY KEY,
  concept INTEGER NOT NULL REFERENCES concept (id),
  scheme  TEXT NOT NULL, -- "wikidata", "url"
  value   TEXT NOT NULL CHECK (value <> ''),
  UNIQUE (concept, scheme, value)
) STRICT;

CREATE TABLE term_of_termbase (
  id             INTEGER PRIMARY KEY,
  concept        INTEGER NOT NULL REFERENCES concept (id),
  language       TEXT NOT NULL CHECK (language <> ''),
  wording        TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'proposed', 'rejected')),
  verified       INTEGER NOT NULL CHECK (verified IN (0, 1)),
  note           TEXT NOT NULL,
  part_of_speech TEXT NOT NULL
                 CHECK (part_of_speech IN ('', 'noun', 'proper noun', 'verb', 'adjective', 'adverb', 'other')),
  source         TEXT NOT NULL,
  UNIQUE (concept, language, wording)
) STRICT;

INSERT INTO term_of_termbase (id, concept, language, wording, status, verified, note, part_of_speech, source)
SELECT id, concept, language, wording, status, verified, note, '', ''
  FROM term;

-- HISTORY: what became different, who did it, when and why. Never changed, never deleted. A concept stands by its name,
-- so that its history outlives it.

CREATE TABLE term_change (
  id           INTEGER PRIMARY KEY,
  concept      TEXT NOT NULL CHECK (concept <> ''),
  language     TEXT NOT NULL CHECK (language <> ''), -- of the term; "und" where the concept itself is meant
  wording      TEXT NOT NULL,                        -- of the term; '' likewise
  field        TEXT NOT NULL
               CHECK (field IN ('created', 'removed', 'type', 'subject', 'definition', 'definition source',
                                'external id', 'relation', 'merged into', 'status', 'part of speech', 'verified',
                                'source', 'note')),
  detail       TEXT NOT NULL, -- a definition's language, an external id's scheme, the other concept of a relation
  value_before TEXT NOT NULL, -- '': there was none
  value_after  TEXT NOT NULL, -- '': there is none any more
  origin       TEXT NOT NULL CHECK (origin IN ('machine', 'list', 'file', 'person')),
  made_by      TEXT NOT NULL CHECK (made_by <> ''),
  made_at      TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', made_at, '+0 days')),
  why          TEXT NOT NULL
) STRICT;

CREATE INDEX term_change_by_concept ON term_change (concept);

-- Who decided about a term so far stood beside it.
INSERT INTO term_change (concept, language, wording, field, detail, value_before, value_after, origin, made_by, made_at,
                         why)
SELECT concept.name, term.language, term.wording, 'status', '', '', term.status, 'person', term.decided_by,
       term.decided_at, ''
  FROM term
  JOIN concept ON concept.id = term.concept
 WHERE term.decided_by IS NOT NULL
 ORDER BY term.decided_at, term.id;

CREATE TRIGGER term_change_is_not_changed BEFORE UPDATE ON term_change
BEGIN SELECT raise(ABORT, 'history is never changed: add a later change'); END;

CREATE TRIGGER term_change_is_not_deleted BEFORE DELETE ON term_change
BEGIN SELECT raise(ABORT, 'history is never deleted: add a later change'); END;

CREATE TABLE term_occurrence_of_termbase (
  document   INTEGER NOT NULL REFERENCES document (id),
  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte   INTEGER NOT NULL CHECK (end_byte > begin_byte),
  term       INTEGER NOT NULL REFERENCES term_of_termbase (id),
  PRIMARY KEY (document, begin_byte, end_byte, term)
) STRICT, WITHOUT ROWID;

INSERT INTO term_occurrence_of_termbase (document, begin_byte, end_byte, term)
SELECT document, begin_byte, end_byte, term
  FROM term_occurrence;

DROP TABLE term_occurrence;

DROP TABLE term;

ALTER TABLE term_of_termbase RENAME TO term;

ALTER TABLE term_occurrence_of_termbase RENAME TO term_occurrence;

CREATE INDEX term_occurrence_by_term ON term_occurrence (term);

CREATE INDEX term_by_wording ON term (wording);

-- PROPOSALS: pairs of terms that aligned texts hold to be one. All of them are replaced when the machine looks anew.

CREATE TABLE proposal (
  id           INTEGER PRIMARY KEY,
  concept      INTEGER NOT NULL REFERENCES concept (id),
  entry        INTEGER NOT NULL CHECK (entry >= 0), -- proposals of one entry are about one concept
  score        REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  association  REAL NOT NULL CHECK (association > -9e999 AND association < 9e999), -- log-likelihood ratio, nats
  joint_count  REAL NOT NULL CHECK (joint_count >= 0),  -- beads where both stand opposite each other
  source_count REAL NOT NULL CHECK (source_count >= 0), -- beads with a variant of the source side
  target_count REAL NOT NULL CHECK (target_count >= 0),
  is_name      INTEGER NOT NULL CHECK (is_name IN (0, 1))
) STRICT;

CREATE INDEX proposal_by_concept ON proposal (concept);

CREATE TABLE proposal_variant (
  proposal INTEGER NOT NULL REFERENCES proposal (id) ON DELETE CASCADE,
  side     TEXT NOT NULL CHECK (side IN ('source', 'target')),
  position INTEGER NOT NULL CHECK (position >= 0),
  language TEXT NOT NULL CHECK (language <> ''),
  wording  TEXT NOT NULL,
  count    INTEGER NOT NULL CHECK (count >= 0), -- contexts that hold this form
  PRIMARY KEY (proposal, side, position)
) STRICT, WITHOUT ROWID;

-- Spans are bytes of the documents of the alignment. The bead may have changed since: the spans have not.
CREATE TABLE proposal_context (
  proposal     INTEGER NOT NULL REFERENCES proposal (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL CHECK (position >= 0),
  alignment    INTEGER NOT NULL REFERENCES alignment (id),
  bead_rank    INTEGER NOT NULL CHECK (bead_rank >= 0),
  is_turned    INTEGER NOT NULL CHECK (is_turned IN (0, 1)), -- the proposal's source is the alignment's target
  source_begin INTEGER NOT NULL CHECK (source_begin >= 0),   -- source and target of the proposal
  source_end   INTEGER NOT NULL CHECK (source_end >= source_begin),
  target_begin INTEGER NOT NULL CHECK (target_begin >= 0),
  target_end   INTEGER NOT NULL CHECK (target_end >= target_begin),
  weight       REAL NOT NULL CHECK (weight BETWEEN 0 AND 1), -- how sure the bead is
  PRIMARY KEY (proposal, position)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
