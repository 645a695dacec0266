-- A small project as schema 4 kept it: one alignment with evidence, a pair accepted and a pair rejected by people.
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
INSERT INTO document VALUES(1,'7db4afe0ab54247a0f21200f410ae117fa533f00cb4dd7644a2126dee3844f60','en','UTF-8','7db4afe0ab54247a0f21200f410ae117fa533f00cb4dd7644a2126dee3844f60',replace('The treaty was signed on 28 May 1858.\nIt gave 600,000 square kilometres of the Amur.\n','\n',char(10)));
INSERT INTO document VALUES(2,'4806ad73cb78c5a025fb11097c91059e0f2efe413d36daf2dc41940702805c16','vi','UTF-8','4806ad73cb78c5a025fb11097c91059e0f2efe413d36daf2dc41940702805c16',replace('Hiệp ước được ký ngày 28 tháng 5 năm 1858.\nNó trao 600.000 km vuông vùng sông Amur.\n','\n',char(10)));
CREATE TABLE segmentation (
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  digest   TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (document, digest)
) STRICT;
INSERT INTO segmentation VALUES(1,1,'836044baa39cfbbe73e2b4e212c67fdad44d1e5b6ab5fc7d390e76d749130363');
INSERT INTO segmentation VALUES(2,2,'233e0703c686fe444e21bc45015923e5ae139bcb400cff40aceb7122f5a83f64');
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
INSERT INTO segment VALUES(2,1,1,38,84,'sentence',0);
INSERT INTO segment VALUES(3,2,0,0,55,'sentence',0);
INSERT INTO segment VALUES(4,2,1,56,100,'sentence',0);
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
INSERT INTO alignment VALUES(1,1,2,'parallel','chosen: a monotone alignment is sure of 100 % of the segments, 100 % of them in runs (100 % together, 50 % and more mean parallel)','lattice-em/2','{"segmented":true,"bundled_terms":false,"term_lists":1,"seed_lexicon":"vi-en:6aca7af3c4636dd7","lexicons":[],"own_rules":false}','0.1.0','en.txt','vi.txt','2026-11-26T13:58:43Z',1);
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
INSERT INTO bead VALUES(1,1,0,0.021278313053345807026,0.97894647307026561033,NULL,0);
INSERT INTO bead VALUES(2,1,1,0.022338448362005693115,0.97790920726707442067,NULL,0);
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
INSERT INTO decision VALUES(1,1,2,'parallel','accepted','Lan','2026-03-02T09:30:00Z','read both');
INSERT INTO decision VALUES(2,1,2,'parallel','rejected','An','2026-03-03T09:30:00Z','');
CREATE TABLE decision_segment (
  decision INTEGER NOT NULL REFERENCES decision (id),
  side     TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment  INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (decision, side, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO decision_segment VALUES(1,'source',1);
INSERT INTO decision_segment VALUES(1,'target',3);
INSERT INTO decision_segment VALUES(2,'source',2);
INSERT INTO decision_segment VALUES(2,'target',4);
CREATE TABLE concept (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE, -- "r_amur"
  type   TEXT NOT NULL,
  source TEXT NOT NULL,
  note   TEXT NOT NULL
, subject TEXT NOT NULL DEFAULT '', merged_into INTEGER REFERENCES concept (id) CHECK (merged_into <> id)) STRICT;
INSERT INTO concept VALUES(1,'en:treaty','','','','',NULL);
INSERT INTO concept VALUES(2,'en:Amur','','','','',NULL);
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
INSERT INTO evidence VALUES(1,0,'boundary',0,0,0,0,'fits',2.0300790392243830417,'');
INSERT INTO evidence VALUES(1,1,'term',4,10,0,13,'term',0.29180134244829730727,'both name treaty');
INSERT INTO evidence VALUES(1,2,'date',25,36,27,54,'same',0.29180134244829730727,'both are 28 May 1858');
INSERT INTO evidence VALUES(1,3,'word',32,36,50,54,'translation',0.28464264034674247039,'');
INSERT INTO evidence VALUES(1,4,'word',25,27,33,35,'translation',0.28464264034674247039,'');
INSERT INTO evidence VALUES(1,5,'length',0,0,0,0,'differs',-0.14798742960698624271,'');
INSERT INTO evidence VALUES(2,0,'boundary',0,0,0,0,'fits',2.0300111325010630203,'');
INSERT INTO evidence VALUES(2,1,'number',46,71,65,82,'same',0.33400470275526844554,'both have 600000 km2');
INSERT INTO evidence VALUES(2,2,'term',79,83,95,99,'term',0.33400470275526844554,'both name Amur');
INSERT INTO evidence VALUES(2,3,'length',0,0,0,0,'differs',-0.02795038591184972887,'');
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
INSERT INTO term VALUES(1,1,'en','treaty','preferred',0,'','','');
INSERT INTO term VALUES(2,1,'vi','hiệp ước','preferred',0,'','','');
INSERT INTO term VALUES(3,2,'en','Amur','preferred',0,'','','');
INSERT INTO term VALUES(4,2,'vi','Amur','preferred',0,'','','');
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
INSERT INTO term_change VALUES(1,'en:treaty','und','','created','','','','list','tungse','2026-11-26T13:58:43Z','in the term list used');
INSERT INTO term_change VALUES(2,'en:treaty','en','treaty','created','','','preferred','list','tungse','2026-11-26T13:58:43Z','in the term list used');
INSERT INTO term_change VALUES(3,'en:treaty','vi','hiệp ước','created','','','preferred','list','tungse','2026-11-26T13:58:43Z','in the term list used');
INSERT INTO term_change VALUES(4,'en:Amur','und','','created','','','','list','tungse','2026-11-26T13:58:43Z','in the term list used');
INSERT INTO term_change VALUES(5,'en:Amur','en','Amur','created','','','preferred','list','tungse','2026-11-26T13:58:43Z','in the term list used');
INSERT INTO term_change VALUES(6,'en:Amur','vi','Amur','created','','','preferred','list','tungse','2026-11-26T13:58:43Z','in the term list used');
CREATE TABLE IF NOT EXISTS "term_occurrence" (
  document   INTEGER NOT NULL REFERENCES document (id),
  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte   INTEGER NOT NULL CHECK (end_byte > begin_byte),
  term       INTEGER NOT NULL REFERENCES "term" (id),
  PRIMARY KEY (document, begin_byte, end_byte, term)
) STRICT, WITHOUT ROWID;
INSERT INTO term_occurrence VALUES(1,4,10,1);
INSERT INTO term_occurrence VALUES(2,0,13,2);
INSERT INTO term_occurrence VALUES(1,79,83,3);
INSERT INTO term_occurrence VALUES(2,95,99,4);
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
COMMIT;
PRAGMA application_id = 1953392499;
PRAGMA user_version = 4;
