-- A small project as schema 3 kept it: one alignment with evidence, terms that occur, one of them decided by a person.
BEGIN TRANSACTION;
CREATE TABLE document (
  id          INTEGER PRIMARY KEY,
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),      -- of the file's bytes
  language    TEXT NOT NULL CHECK (language <> ''),                                             -- BCP 47
  encoding    TEXT NOT NULL CHECK (encoding <> ''),                                             -- as it was read
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64 AND text_sha256 NOT GLOB '*[^0-9a-f]*'),
  text        TEXT NOT NULL,                                                                    -- decoded, never altered
  UNIQUE (sha256, language, encoding, text_sha256)
) STRICT;
INSERT INTO document VALUES(1,'e8d9c9545c70b366786752e1672cef52b1487cb8657fab79972e4d78bbc551dd','en','UTF-8','e8d9c9545c70b366786752e1672cef52b1487cb8657fab79972e4d78bbc551dd',replace('The treaty was signed on 28 May 1858.\nIt has six articles. The Amur is the border.\n','\n',char(10)));
INSERT INTO document VALUES(2,'d15fa06eb4be4110e7356fc006a2d0ecef890325f96a07eb2dc8dd198a9318c6','vi','UTF-8','d15fa06eb4be4110e7356fc006a2d0ecef890325f96a07eb2dc8dd198a9318c6',replace('Hiệp ước được ký ngày 28 tháng 5 năm 1858.\nNó có sáu điều. Sông Amur là biên giới.\n','\n',char(10)));
CREATE TABLE segmentation (
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  digest   TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (document, digest)
) STRICT;
INSERT INTO segmentation VALUES(1,1,'252e66ea3292b129bff1e400d3821c0c40892db8071ccca9d6ed553487a10263');
INSERT INTO segmentation VALUES(2,2,'49b364fbae3f2b86ef09b198051d42f2d6bd0c6d3d73017b42d34c0084397bd5');
CREATE TABLE segment (
  id           INTEGER PRIMARY KEY,
  segmentation INTEGER NOT NULL REFERENCES segmentation (id),
  position     INTEGER NOT NULL CHECK (position >= 0),
  begin_byte   INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte     INTEGER NOT NULL CHECK (end_byte >= begin_byte),
  kind         TEXT NOT NULL CHECK (kind IN ('sentence', 'heading', 'list item')),
  paragraph    INTEGER NOT NULL CHECK (paragraph >= 0),
  UNIQUE (segmentation, position)
) STRICT;
INSERT INTO segment VALUES(1,1,0,0,37,'sentence',0);
INSERT INTO segment VALUES(2,1,1,38,82,'sentence',0);
INSERT INTO segment VALUES(3,2,0,0,55,'sentence',0);
INSERT INTO segment VALUES(4,2,1,56,106,'sentence',0);
CREATE TABLE alignment (
  id                  INTEGER PRIMARY KEY,
  source_segmentation INTEGER NOT NULL REFERENCES segmentation (id),
  target_segmentation INTEGER NOT NULL REFERENCES segmentation (id),
  mode                TEXT NOT NULL CHECK (mode IN ('parallel', 'comparable')),
  mode_reason         TEXT NOT NULL,
  method              TEXT NOT NULL,
  settings            TEXT NOT NULL, -- one line of JSON
  tool_version        TEXT NOT NULL,
  source_name         TEXT NOT NULL, -- the path as it was given
  target_name         TEXT NOT NULL,
  saved_at            TEXT NOT NULL CHECK (saved_at IS strftime('%Y-%m-%dT%H:%M:%SZ', saved_at, '+0 days')),
  save_number         INTEGER NOT NULL UNIQUE CHECK (save_number > 0), -- grows with every save, whatever the clock says
  UNIQUE (source_segmentation, target_segmentation, mode)
) STRICT;
INSERT INTO alignment VALUES(1,1,2,'parallel','chosen: a monotone alignment is sure of 100 % of the segments, 100 % of them in runs (100 % together, 50 % and more mean parallel)','lattice-em/2','{"segmented":true,"bundled_terms":false,"term_lists":2,"seed_lexicon":null,"lexicons":[],"own_rules":false}','0.1.0','en.txt','vi.txt','2026-11-26T12:37:16Z',1);
CREATE TABLE reading_note (
  alignment INTEGER NOT NULL REFERENCES alignment (id) ON DELETE CASCADE,
  side      TEXT NOT NULL CHECK (side IN ('source', 'target')),
  position  INTEGER NOT NULL CHECK (position >= 0),
  note      TEXT NOT NULL,
  PRIMARY KEY (alignment, side, position)
) STRICT, WITHOUT ROWID;
INSERT INTO reading_note VALUES(1,'source',0,'en.txt: language en (detected: Latin script, English words, letter n-grams)');
INSERT INTO reading_note VALUES(1,'target',0,'vi.txt: language vi (detected: Latin script, Vietnamese syllables, letter n-grams)');
CREATE TABLE bead (
  id         INTEGER PRIMARY KEY,
  alignment  INTEGER NOT NULL REFERENCES alignment (id) ON DELETE CASCADE,
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  cost       REAL NOT NULL CHECK (cost >= 0 AND cost < 9e999), -- -ln p
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  grade      TEXT CHECK (grade IN ('same', 'mostly', 'partly', 'related')), moved INTEGER NOT NULL DEFAULT 0 CHECK (moved IN (0, 1)), -- NULL: none
  UNIQUE (alignment, rank)
) STRICT;
INSERT INTO bead VALUES(1,1,0,0.021825425925230446805,0.97841102534249124733,NULL,0);
INSERT INTO bead VALUES(2,1,1,0.024288639548351174252,0.97600395575621312627,NULL,0);
CREATE TABLE bead_segment (
  bead    INTEGER NOT NULL REFERENCES bead (id) ON DELETE CASCADE,
  side    TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (bead, side, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO bead_segment VALUES(1,'source',1);
INSERT INTO bead_segment VALUES(1,'target',3);
INSERT INTO bead_segment VALUES(2,'source',2);
INSERT INTO bead_segment VALUES(2,'target',4);
CREATE TABLE decision (
  id                  INTEGER PRIMARY KEY,
  source_segmentation INTEGER NOT NULL REFERENCES segmentation (id),
  target_segmentation INTEGER NOT NULL REFERENCES segmentation (id),
  mode                TEXT NOT NULL CHECK (mode IN ('parallel', 'comparable')),
  verdict             TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
  decided_by          TEXT NOT NULL CHECK (decided_by <> ''),
  decided_at          TEXT NOT NULL CHECK (decided_at IS strftime('%Y-%m-%dT%H:%M:%SZ', decided_at, '+0 days')),
  note                TEXT NOT NULL
) STRICT;
CREATE TABLE decision_segment (
  decision INTEGER NOT NULL REFERENCES decision (id),
  side     TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment  INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (decision, side, segment)
) STRICT, WITHOUT ROWID;
CREATE TABLE concept (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE, -- "r_amur"
  type   TEXT NOT NULL,
  source TEXT NOT NULL,
  note   TEXT NOT NULL
) STRICT;
INSERT INTO concept VALUES(1,'r_amur','river','S0','the border');
INSERT INTO concept VALUES(2,'t_treaty','notion','','');
CREATE TABLE term (
  id         INTEGER PRIMARY KEY,
  concept    INTEGER NOT NULL REFERENCES concept (id),
  language   TEXT NOT NULL CHECK (language <> ''),
  wording    TEXT NOT NULL,
  status     TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'proposed')),
  verified   INTEGER NOT NULL CHECK (verified IN (0, 1)),
  note       TEXT NOT NULL,
  decided_by TEXT CHECK (decided_by <> ''), -- NULL: the status is the list's
  decided_at TEXT CHECK (decided_at IS NULL OR decided_at IS strftime('%Y-%m-%dT%H:%M:%SZ', decided_at, '+0 days')),
  UNIQUE (concept, language, wording),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) STRICT;
INSERT INTO term VALUES(1,1,'en','Amur','preferred',1,'',NULL,NULL);
INSERT INTO term VALUES(2,1,'vi','Sông Amur','preferred',1,'','Lan','2026-03-02T09:30:00Z');
INSERT INTO term VALUES(3,1,'vi','Cupid','deprecated',0,'the god of love',NULL,NULL);
INSERT INTO term VALUES(4,2,'en','treaty','preferred',0,'',NULL,NULL);
INSERT INTO term VALUES(5,2,'vi','hiệp ước','preferred',0,'',NULL,NULL);
CREATE TABLE concept_relation (
  concept INTEGER NOT NULL REFERENCES concept (id),
  other   INTEGER NOT NULL REFERENCES concept (id) CHECK (other <> concept),
  kind    TEXT NOT NULL
          CHECK (kind IN ('broader', 'narrower', 'part of', 'has part', 'named after', 'namesake', 'successor',
                          'predecessor', 'related')),
  PRIMARY KEY (concept, other)
) STRICT, WITHOUT ROWID;
INSERT INTO concept_relation VALUES(1,2,'related');
INSERT INTO concept_relation VALUES(2,1,'related');
CREATE TABLE term_occurrence (
  document   INTEGER NOT NULL REFERENCES document (id),
  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte   INTEGER NOT NULL CHECK (end_byte > begin_byte),
  term       INTEGER NOT NULL REFERENCES term (id),
  PRIMARY KEY (document, begin_byte, end_byte, term)
) STRICT, WITHOUT ROWID;
INSERT INTO term_occurrence VALUES(1,63,67,1);
INSERT INTO term_occurrence VALUES(2,78,88,2);
INSERT INTO term_occurrence VALUES(1,4,10,4);
INSERT INTO term_occurrence VALUES(2,0,13,5);
CREATE TABLE IF NOT EXISTS "evidence" (
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
INSERT INTO evidence VALUES(1,0,'boundary',0,0,0,0,'fits',2.029940999832900772,'');
INSERT INTO evidence VALUES(1,1,'date',25,36,27,54,'same',0.33484144949699218285,'both are 28 May 1858');
INSERT INTO evidence VALUES(1,2,'word',25,27,33,35,'translation',0.33075645772002643107,'');
INSERT INTO evidence VALUES(1,3,'word',32,36,50,54,'translation',0.33075645772002643107,'');
INSERT INTO evidence VALUES(1,4,'term',4,10,0,13,'term',0.2130351473428994391,'both name treaty');
INSERT INTO evidence VALUES(1,5,'length',0,0,0,0,'differs',-0.10034375014576049633,'');
INSERT INTO evidence VALUES(2,0,'boundary',0,0,0,0,'fits',2.0297692271644045547,'');
INSERT INTO evidence VALUES(2,1,'number',45,48,64,68,'same',0.29211394255591621726,'both have 6');
INSERT INTO evidence VALUES(2,2,'term',63,67,78,88,'term',0.17052239691176288016,'both name Amur');
INSERT INTO evidence VALUES(2,3,'length',0,0,0,0,'differs',-0.041486250257443207933,'');
CREATE INDEX decision_by_segmentation ON decision (source_segmentation, target_segmentation);
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'a decision is never changed: add a later one'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'a decision is never deleted: add a later one'); END;
CREATE TRIGGER decision_segment_is_not_changed BEFORE UPDATE ON decision_segment
BEGIN SELECT raise(ABORT, 'a decision is never changed: add a later one'); END;
CREATE TRIGGER decision_segment_is_not_deleted BEFORE DELETE ON decision_segment
BEGIN SELECT raise(ABORT, 'a decision is never deleted: add a later one'); END;
CREATE INDEX term_occurrence_by_term ON term_occurrence (term);
CREATE VIEW segment_text AS
SELECT segment.id, segment.segmentation, segment.position,
       CAST(substr(CAST(document.text AS BLOB), segment.begin_byte + 1, segment.end_byte - segment.begin_byte) AS TEXT)
         AS text
  FROM segment
  JOIN segmentation ON segmentation.id = segment.segmentation
  JOIN document ON document.id = segmentation.document;
COMMIT;
PRAGMA application_id = 1953392499;
PRAGMA user_version = 3;
