-- Words can be looked up: which segments hold them, which beads those stand in, and what people made of the beads.

-- WORDS: an index of every segment that is stored; its rowid is segment.id. It holds no text. What goes in is made by
-- segment::index_words: words folded and parted by spaces, "hiep_hiệp uoc_ước 1858_", an ideograph a word. After the "_"
-- stands the word with its marks, where it has some, so that a word's prefix finds it without them. ASCII letters and
-- digits, "_" and everything beyond ASCII are parts of words to this tokenizer, so words stay as they were made.
-- Segments that are stored already are put into it by the program, in the same transaction.
CREATE VIRTUAL TABLE segment_words USING fts5 (words, content = '', columnsize = 0, tokenize = "ascii tokenchars '_'");

-- The index cannot follow what happens to a text behind its back. A segment is never taken out or moved; another cut of
-- a text has its own segments.
CREATE TRIGGER segment_is_not_changed AFTER UPDATE OF id, segmentation, begin_byte, end_byte ON segment
WHEN old.id <> new.id OR old.segmentation <> new.segmentation OR old.begin_byte <> new.begin_byte
  OR old.end_byte <> new.end_byte
BEGIN SELECT raise(ABORT, 'a segment is never changed: store another cut'); END;

CREATE TRIGGER segment_is_not_deleted BEFORE DELETE ON segment
BEGIN SELECT raise(ABORT, 'a segment is never deleted: its words are indexed'); END;

CREATE TRIGGER document_text_is_not_changed AFTER UPDATE OF text ON document
WHEN old.text <> new.text
BEGIN SELECT raise(ABORT, 'a text is never changed: store another one'); END;

CREATE INDEX bead_segment_by_segment ON bead_segment (segment);

-- REVIEWED: how the beads of an alignment differ from the machine's by what people decided, as review::apply_decisions
-- leaves them. Made anew whenever the machine's part or the decisions change; nothing here where nobody decided anything.

-- The machine's beads that do not stand any more, or not with their confidence.
CREATE TABLE replaced_bead (
  bead INTEGER PRIMARY KEY REFERENCES bead (id) ON DELETE CASCADE
) STRICT;

-- What stands instead.
CREATE TABLE reviewed_bead (
  id          INTEGER PRIMARY KEY,
  alignment   INTEGER NOT NULL REFERENCES alignment (id) ON DELETE CASCADE,
  rank        INTEGER NOT NULL CHECK (rank >= 0), -- among all beads as they are reviewed
  confidence  REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  grade       TEXT CHECK (grade IN ('same', 'mostly', 'partly', 'related')), -- NULL: none
  is_accepted INTEGER NOT NULL CHECK (is_accepted IN (0, 1)), -- by a person
  UNIQUE (alignment, rank)
) STRICT;

CREATE TABLE reviewed_bead_segment (
  bead    INTEGER NOT NULL REFERENCES reviewed_bead (id) ON DELETE CASCADE,
  side    TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (bead, side, segment)
) STRICT, WITHOUT ROWID;

CREATE INDEX reviewed_bead_segment_by_segment ON reviewed_bead_segment (segment);

PRAGMA user_version = 6;
