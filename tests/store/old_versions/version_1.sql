-- A small project as schema 1 kept it: one alignment with evidence.
BEGIN TRANSACTION;
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
INSERT INTO "alignment" VALUES(1,1,2,'parallel','asked for','lattice-em/1','{"segmented":true,"bundled_terms":false,"term_lists":0,"lexicons":[],"own_rules":false}','0.1.0','en.txt','vi.txt','2026-11-26T08:31:22Z',1);
CREATE TABLE bead (
  id         INTEGER PRIMARY KEY,
  alignment  INTEGER NOT NULL REFERENCES alignment (id) ON DELETE CASCADE,
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  cost       REAL NOT NULL CHECK (cost >= 0 AND cost < 9e999), -- -ln p
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  grade      TEXT CHECK (grade IN ('same', 'mostly', 'partly', 'related')), -- NULL: none
  UNIQUE (alignment, rank)
) STRICT;
INSERT INTO "bead" VALUES(1,1,0,1.91526124903098260085e-03,9.98086571693420410156e-01,NULL);
INSERT INTO "bead" VALUES(2,1,1,1.99206271983481519177e-03,9.98009920120239257812e-01,NULL);
CREATE TABLE bead_segment (
  bead    INTEGER NOT NULL REFERENCES bead (id) ON DELETE CASCADE,
  side    TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (bead, side, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO "bead_segment" VALUES(1,'source',1);
INSERT INTO "bead_segment" VALUES(1,'target',3);
INSERT INTO "bead_segment" VALUES(2,'source',2);
INSERT INTO "bead_segment" VALUES(2,'target',4);
CREATE TABLE concept (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE, -- "r_amur"
  type   TEXT NOT NULL,
  source TEXT NOT NULL,
  note   TEXT NOT NULL
) STRICT;
CREATE TABLE concept_relation (
  concept INTEGER NOT NULL REFERENCES concept (id),
  other   INTEGER NOT NULL REFERENCES concept (id) CHECK (other <> concept),
  kind    TEXT NOT NULL
          CHECK (kind IN ('broader', 'narrower', 'part of', 'has part', 'named after', 'namesake', 'successor',
                          'predecessor', 'related')),
  PRIMARY KEY (concept, other)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE document (
  id          INTEGER PRIMARY KEY,
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),      -- of the file's bytes
  language    TEXT NOT NULL CHECK (language <> ''),                                             -- BCP 47
  encoding    TEXT NOT NULL CHECK (encoding <> ''),                                             -- as it was read
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64 AND text_sha256 NOT GLOB '*[^0-9a-f]*'),
  text        TEXT NOT NULL,                                                                    -- decoded, never altered
  UNIQUE (sha256, language, encoding, text_sha256)
) STRICT;
INSERT INTO "document" VALUES(1,'9d34fdf9a351e4f39086f1e3879ee0919964d24566832561ef42d75d13feea06','en','UTF-8','9d34fdf9a351e4f39086f1e3879ee0919964d24566832561ef42d75d13feea06','The treaty was signed in Aigun on May 28, 1858.
It has three articles.
');
INSERT INTO "document" VALUES(2,'abbcac6c9ad3e21ebcb741736d00991a8d8768c4e6743e59fbf50b6181429c22','vi','UTF-8','abbcac6c9ad3e21ebcb741736d00991a8d8768c4e6743e59fbf50b6181429c22','Hiệp ước được ký ngày 16 tháng 5 năm 1858 tại Ái Hồn.
Nó có ba điều.
');
CREATE TABLE evidence (
  bead         INTEGER NOT NULL REFERENCES bead (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL CHECK (position >= 0), -- strongest first
  kind         TEXT NOT NULL
               CHECK (kind IN ('date', 'number', 'name', 'term', 'word', 'length', 'boundary', 'context')),
  source_begin INTEGER NOT NULL CHECK (source_begin >= 0),
  source_end   INTEGER NOT NULL CHECK (source_end >= source_begin),
  target_begin INTEGER NOT NULL CHECK (target_begin >= 0),
  target_end   INTEGER NOT NULL CHECK (target_end >= target_begin),
  relation     TEXT NOT NULL,
  weight       REAL NOT NULL CHECK (weight > -9e999 AND weight < 9e999), -- nats
  reason       TEXT NOT NULL,
  PRIMARY KEY (bead, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "evidence" VALUES(1,0,'boundary',0,0,0,0,'fits',2.03079603565185129454e+00,'');
INSERT INTO "evidence" VALUES(1,1,'length',0,0,0,0,'fits',9.38987450230779452375e-01,'');
INSERT INTO "evidence" VALUES(1,2,'date',34,46,27,54,'same-other-calendar',1.27077381851123799583e-01,'16 May 1858 Julian = 28 May 1858 Gregorian');
INSERT INTO "evidence" VALUES(1,3,'name',25,30,61,70,'reading',1.26991046120547429465e-01,'Aigun and Ái Hồn are readings of the same characters, such as 愛渾');
INSERT INTO "evidence" VALUES(2,0,'boundary',0,0,0,0,'fits',2.03075864996269217499e+00,'');
INSERT INTO "evidence" VALUES(2,1,'number',55,60,80,82,'same',6.0004690493402534912e-01,'both have 3');
INSERT INTO "evidence" VALUES(2,2,'length',0,0,0,0,'fits',2.21578271412760569036e-01,'');
CREATE TABLE reading_note (
  alignment INTEGER NOT NULL REFERENCES alignment (id) ON DELETE CASCADE,
  side      TEXT NOT NULL CHECK (side IN ('source', 'target')),
  position  INTEGER NOT NULL CHECK (position >= 0),
  note      TEXT NOT NULL,
  PRIMARY KEY (alignment, side, position)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "segment" VALUES(1,1,0,0,47,'sentence',0);
INSERT INTO "segment" VALUES(2,1,1,48,70,'sentence',0);
INSERT INTO "segment" VALUES(3,2,0,0,71,'sentence',0);
INSERT INTO "segment" VALUES(4,2,1,72,91,'sentence',0);
CREATE TABLE segmentation (
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  digest   TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (document, digest)
) STRICT;
INSERT INTO "segmentation" VALUES(1,1,'e1db22323185bd8a447889393053af069dcfb61dbaad1336773d3a2c3c1e203a');
INSERT INTO "segmentation" VALUES(2,2,'aa8cb7faa9b7ed3da682ee5f7810019abadba833be684389a00d51211a3911a8');
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
CREATE TABLE term_occurrence (
  document   INTEGER NOT NULL REFERENCES document (id),
  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte   INTEGER NOT NULL CHECK (end_byte > begin_byte),
  term       INTEGER NOT NULL REFERENCES term (id),
  PRIMARY KEY (document, begin_byte, end_byte, term)
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
PRAGMA user_version = 1;
