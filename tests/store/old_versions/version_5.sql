PRAGMA foreign_keys=OFF;
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
INSERT INTO document VALUES(1,'f836239196d1ff953ff68d6df2b5c2349269e2a73ac4c44eb9398ca455e722c9','vi','UTF-8','f836239196d1ff953ff68d6df2b5c2349269e2a73ac4c44eb9398ca455e722c9',replace('Hiệp ước Ái Hồn được ký ngày 16 tháng 5 năm 1858.\nSông Amur là biên giới.\nNga được tả ngạn.\n','\n',char(10)));
INSERT INTO document VALUES(2,'1f982dc7a1482b89e81e92b102e32e1c445a522680cb3be235778bf82358eb6a','en','UTF-8','1f982dc7a1482b89e81e92b102e32e1c445a522680cb3be235778bf82358eb6a',replace('The Treaty of Aigun was signed on May 28, 1858.\nThe Amur is the border.\nRussia got the left bank.\n','\n',char(10)));
CREATE TABLE segmentation (
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  digest   TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (document, digest)
) STRICT;
INSERT INTO segmentation VALUES(1,1,'4d05f6ca86f1526e5c59f648358850ce4049504c08293b921360b41c459883f6');
INSERT INTO segmentation VALUES(2,2,'0149624e684a5377ea060c61f1778d315228d0afcb851bb19c417ef178e6911a');
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
INSERT INTO segment VALUES(1,1,0,0,65,'sentence',0);
INSERT INTO segment VALUES(2,1,1,66,94,'sentence',0);
INSERT INTO segment VALUES(3,1,2,95,120,'sentence',0);
INSERT INTO segment VALUES(4,2,0,0,47,'sentence',0);
INSERT INTO segment VALUES(5,2,1,48,71,'sentence',0);
INSERT INTO segment VALUES(6,2,2,72,97,'sentence',0);
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
INSERT INTO alignment VALUES(1,1,2,'parallel','chosen: a monotone alignment is sure of 100 % of the segments, 100 % of them in runs (100 % together, 50 % and more mean parallel)','lattice-em/2','{"segmented":true,"bundled_terms":false,"term_lists":1,"seed_lexicon":"vi-en:6aca7af3c4636dd7","lexicons":[],"own_rules":false}','0.1.0','vi.txt','en.txt','2026-11-26T15:36:54Z',1);
CREATE TABLE reading_note (
  alignment INTEGER NOT NULL REFERENCES alignment (id) ON DELETE CASCADE,
  side      TEXT NOT NULL CHECK (side IN ('source', 'target')),
  position  INTEGER NOT NULL CHECK (position >= 0),
  note      TEXT NOT NULL,
  PRIMARY KEY (alignment, side, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE bead (
  id         INTEGER PRIMARY KEY,
  alignment  INTEGER NOT NULL REFERENCES alignment (id) ON DELETE CASCADE,
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  cost       REAL NOT NULL CHECK (cost >= 0 AND cost < 9e999), -- -ln p
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  grade      TEXT CHECK (grade IN ('same', 'mostly', 'partly', 'related')), moved INTEGER NOT NULL DEFAULT 0 CHECK (moved IN (0, 1)), -- NULL: none
  UNIQUE (alignment, rank)
) STRICT;
INSERT INTO bead VALUES(1,1,0,0.0087392296691376977757,0.99129884639923371292,NULL,0);
INSERT INTO bead VALUES(2,1,1,0.03013119064385615109,0.97031822852493121445,NULL,0);
INSERT INTO bead VALUES(3,1,2,0.027692787676240615546,0.97268714238242892644,NULL,0);
CREATE TABLE bead_segment (
  bead    INTEGER NOT NULL REFERENCES bead (id) ON DELETE CASCADE,
  side    TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (bead, side, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO bead_segment VALUES(1,'source',1);
INSERT INTO bead_segment VALUES(1,'target',4);
INSERT INTO bead_segment VALUES(2,'source',2);
INSERT INTO bead_segment VALUES(2,'target',5);
INSERT INTO bead_segment VALUES(3,'source',3);
INSERT INTO bead_segment VALUES(3,'target',6);
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
INSERT INTO decision VALUES(1,1,2,'parallel','accepted','Lan','2026-11-26T15:36:54Z','as I read it');
INSERT INTO decision VALUES(2,1,2,'parallel','rejected','An','2026-11-26T15:36:54Z','');
INSERT INTO decision VALUES(3,1,2,'parallel','rejected','An','2026-11-26T15:37:09Z','not this one');
CREATE TABLE decision_segment (
  decision INTEGER NOT NULL REFERENCES decision (id),
  side     TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment  INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (decision, side, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO decision_segment VALUES(1,'source',1);
INSERT INTO decision_segment VALUES(1,'target',4);
INSERT INTO decision_segment VALUES(2,'source',1);
INSERT INTO decision_segment VALUES(2,'target',4);
INSERT INTO decision_segment VALUES(3,'source',3);
INSERT INTO decision_segment VALUES(3,'target',6);
CREATE TABLE concept (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE, -- "r_amur"
  type   TEXT NOT NULL,
  source TEXT NOT NULL,
  note   TEXT NOT NULL
, subject TEXT NOT NULL DEFAULT '', merged_into INTEGER REFERENCES concept (id) CHECK (merged_into <> id)) STRICT;
INSERT INTO concept VALUES(1,'en:left bank','','','','',NULL);
CREATE TABLE concept_relation (
  concept INTEGER NOT NULL REFERENCES concept (id),
  other   INTEGER NOT NULL REFERENCES concept (id) CHECK (other <> concept),
  kind    TEXT NOT NULL
          CHECK (kind IN ('broader', 'narrower', 'part of', 'has part', 'named after', 'namesake', 'successor',
                          'predecessor', 'related')),
  PRIMARY KEY (concept, other)
) STRICT, WITHOUT ROWID;
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
INSERT INTO evidence VALUES(1,0,'boundary',0,0,0,0,'fits',1.9448275531678558269,'');
INSERT INTO evidence VALUES(1,1,'length',0,0,0,0,'fits',1.8035583754452946259,'');
INSERT INTO evidence VALUES(1,2,'word',60,64,42,46,'translation',0.29100701759296826454,'');
INSERT INTO evidence VALUES(1,3,'date',37,64,34,46,'same-other-calendar',0.28349236493632207212,'16 May 1858 Julian = 28 May 1858 Gregorian');
INSERT INTO evidence VALUES(1,4,'name',14,23,14,19,'reading',0.28332103841401984345,'Ái Hồn and Aigun are readings of the same characters, such as 愛渾');
INSERT INTO evidence VALUES(2,0,'boundary',0,0,0,0,'fits',1.7771830313057341843,'');
INSERT INTO evidence VALUES(2,1,'length',0,0,0,0,'fits',0.95231580452337238895,'');
INSERT INTO evidence VALUES(2,2,'word',72,76,52,56,'translation',0.37430093481807219513,'');
INSERT INTO evidence VALUES(3,0,'boundary',0,0,0,0,'fits',1.7771830313057341843,'');
INSERT INTO evidence VALUES(3,1,'term',108,119,87,96,'term',0.70406040653206880541,'both name left bank');
INSERT INTO evidence VALUES(3,2,'length',0,0,0,0,'differs',-0.12740228989518007085,'');
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
CREATE TABLE IF NOT EXISTS "term" (
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
INSERT INTO term VALUES(1,1,'en','left bank','preferred',0,'','','');
INSERT INTO term VALUES(2,1,'vi','tả ngạn','preferred',0,'','','');
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
INSERT INTO term_change VALUES(1,'en:left bank','und','','created','','','','list','tungse','2026-11-26T15:36:54Z','in the term list used');
INSERT INTO term_change VALUES(2,'en:left bank','en','left bank','created','','','preferred','list','tungse','2026-11-26T15:36:54Z','in the term list used');
INSERT INTO term_change VALUES(3,'en:left bank','vi','tả ngạn','created','','','preferred','list','tungse','2026-11-26T15:36:54Z','in the term list used');
CREATE TABLE IF NOT EXISTS "term_occurrence" (
  document   INTEGER NOT NULL REFERENCES document (id),
  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte   INTEGER NOT NULL CHECK (end_byte > begin_byte),
  term       INTEGER NOT NULL REFERENCES "term" (id),
  PRIMARY KEY (document, begin_byte, end_byte, term)
) STRICT, WITHOUT ROWID;
INSERT INTO term_occurrence VALUES(2,87,96,1);
INSERT INTO term_occurrence VALUES(1,108,119,2);
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
CREATE TABLE proposal_variant (
  proposal INTEGER NOT NULL REFERENCES proposal (id) ON DELETE CASCADE,
  side     TEXT NOT NULL CHECK (side IN ('source', 'target')),
  position INTEGER NOT NULL CHECK (position >= 0),
  language TEXT NOT NULL CHECK (language <> ''),
  wording  TEXT NOT NULL,
  count    INTEGER NOT NULL CHECK (count >= 0), -- contexts that hold this form
  PRIMARY KEY (proposal, side, position)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE edit (
  id                  INTEGER PRIMARY KEY,
  source_segmentation INTEGER NOT NULL REFERENCES segmentation (id),
  target_segmentation INTEGER NOT NULL REFERENCES segmentation (id),
  mode                TEXT NOT NULL CHECK (mode IN ('parallel', 'comparable')),
  kind                TEXT NOT NULL
                      CHECK (kind IN ('accept', 'reject', 'join', 'split', 'shift', 'relink', 'note', 'undo', 'redo')),
  earlier             INTEGER REFERENCES edit (id) CHECK (earlier < id), -- what undo takes back and redo gives back
  made_by             TEXT NOT NULL CHECK (made_by <> ''),
  made_at             TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', made_at, '+0 days')),
  note                TEXT NOT NULL,
  CHECK ((earlier IS NOT NULL) = (kind IN ('undo', 'redo')))
) STRICT;
INSERT INTO edit VALUES(1,1,2,'parallel','accept',NULL,'Lan','2026-11-26T15:36:54Z','as I read it');
INSERT INTO edit VALUES(2,1,2,'parallel','reject',NULL,'An','2026-11-26T15:36:54Z','');
INSERT INTO edit VALUES(3,1,2,'parallel','undo',2,'An','2026-11-26T15:36:54Z','');
INSERT INTO edit VALUES(4,1,2,'parallel','reject',NULL,'An','2026-11-26T15:37:09Z','not this one');
INSERT INTO edit VALUES(5,1,2,'parallel','note',NULL,'Lan','2026-11-26T15:37:09Z','two calendars');
CREATE TABLE edit_decision (
  decision INTEGER PRIMARY KEY REFERENCES decision (id),
  edit     INTEGER NOT NULL REFERENCES edit (id)
) STRICT;
INSERT INTO edit_decision VALUES(1,1);
INSERT INTO edit_decision VALUES(2,2);
INSERT INTO edit_decision VALUES(3,4);
CREATE TABLE edit_segment (
  edit    INTEGER NOT NULL REFERENCES edit (id),
  side    TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (edit, side, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO edit_segment VALUES(5,'source',1);
INSERT INTO edit_segment VALUES(5,'target',4);
CREATE INDEX decision_by_segmentation ON decision (source_segmentation, target_segmentation);
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'a decision is never changed: add a later one'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'a decision is never deleted: add a later one'); END;
CREATE TRIGGER decision_segment_is_not_changed BEFORE UPDATE ON decision_segment
BEGIN SELECT raise(ABORT, 'a decision is never changed: add a later one'); END;
CREATE TRIGGER decision_segment_is_not_deleted BEFORE DELETE ON decision_segment
BEGIN SELECT raise(ABORT, 'a decision is never deleted: add a later one'); END;
CREATE VIEW segment_text AS
SELECT segment.id, segment.segmentation, segment.position,
       CAST(substr(CAST(document.text AS BLOB), segment.begin_byte + 1, segment.end_byte - segment.begin_byte) AS TEXT)
         AS text
  FROM segment
  JOIN segmentation ON segmentation.id = segment.segmentation
  JOIN document ON document.id = segmentation.document;
CREATE INDEX term_change_by_concept ON term_change (concept);
CREATE TRIGGER term_change_is_not_changed BEFORE UPDATE ON term_change
BEGIN SELECT raise(ABORT, 'history is never changed: add a later change'); END;
CREATE TRIGGER term_change_is_not_deleted BEFORE DELETE ON term_change
BEGIN SELECT raise(ABORT, 'history is never deleted: add a later change'); END;
CREATE INDEX term_occurrence_by_term ON term_occurrence (term);
CREATE INDEX term_by_wording ON term (wording);
CREATE INDEX proposal_by_concept ON proposal (concept);
CREATE INDEX edit_by_segmentation ON edit (source_segmentation, target_segmentation);
CREATE INDEX edit_decision_by_edit ON edit_decision (edit);
CREATE TRIGGER edit_is_not_changed BEFORE UPDATE ON edit
BEGIN SELECT raise(ABORT, 'an edit is never changed: add a later one'); END;
CREATE TRIGGER edit_is_not_deleted BEFORE DELETE ON edit
BEGIN SELECT raise(ABORT, 'an edit is never deleted: add a later one'); END;
CREATE TRIGGER edit_decision_is_not_changed BEFORE UPDATE ON edit_decision
BEGIN SELECT raise(ABORT, 'an edit is never changed: add a later one'); END;
CREATE TRIGGER edit_decision_is_not_deleted BEFORE DELETE ON edit_decision
BEGIN SELECT raise(ABORT, 'an edit is never deleted: add a later one'); END;
CREATE TRIGGER edit_segment_is_not_changed BEFORE UPDATE ON edit_segment
BEGIN SELECT raise(ABORT, 'an edit is never changed: add a later one'); END;
CREATE TRIGGER edit_segment_is_not_deleted BEFORE DELETE ON edit_segment
BEGIN SELECT raise(ABORT, 'an edit is never deleted: add a later one'); END;
COMMIT;
PRAGMA application_id = 1953392499;
PRAGMA user_version = 5;
