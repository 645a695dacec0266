-- A small project as schema 2 kept it: one alignment with evidence.
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
INSERT INTO document VALUES(1,'76ef82e4b0f56b4cc85c2ff8d02e59fe70ea5beb77db2209097bfbffc713cd7e','en','UTF-8','76ef82e4b0f56b4cc85c2ff8d02e59fe70ea5beb77db2209097bfbffc713cd7e',replace('The treaty was signed on 28 May 1858.\nIt has six articles.\n','\n',char(10)));
INSERT INTO document VALUES(2,'c66eaf8631843516699a141e9404ca78b2ad52871273ab9842df02100a4aa534','vi','UTF-8','c66eaf8631843516699a141e9404ca78b2ad52871273ab9842df02100a4aa534',replace('Hiệp ước được ký ngày 28 tháng 5 năm 1858.\nNó có sáu điều.\n','\n',char(10)));
CREATE TABLE segmentation (
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  digest   TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (document, digest)
) STRICT;
INSERT INTO segmentation VALUES(1,1,'f48e17359c014c19f251b32cc51731b53c4a113a28cec9e03b31a89fd0ff1f5a');
INSERT INTO segmentation VALUES(2,2,'c49e18101c1ab8289eb1142ec88c31582562afd0c0b5c5549682f76962181b64');
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
INSERT INTO segment VALUES(2,1,1,38,58,'sentence',0);
INSERT INTO segment VALUES(3,2,0,0,55,'sentence',0);
INSERT INTO segment VALUES(4,2,1,56,77,'sentence',0);
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
INSERT INTO alignment VALUES(1,1,2,'parallel','asked for','lattice-em/1','{"segmented":true,"bundled_terms":false,"term_lists":0,"lexicons":[],"own_rules":false}','0.1.0','en.txt','vi.txt','2026-11-26T10:17:48Z',1);
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
  grade      TEXT CHECK (grade IN ('same', 'mostly', 'partly', 'related')), -- NULL: none
  UNIQUE (alignment, rank)
) STRICT;
INSERT INTO bead VALUES(1,1,0,0.016056200659846864287,0.98407201300468560845,NULL);
INSERT INTO bead VALUES(2,1,1,0.017503049663074029401,0.98264923891140498746,NULL);
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
CREATE TABLE concept_relation (
  concept INTEGER NOT NULL REFERENCES concept (id),
  other   INTEGER NOT NULL REFERENCES concept (id) CHECK (other <> concept),
  kind    TEXT NOT NULL
          CHECK (kind IN ('broader', 'narrower', 'part of', 'has part', 'named after', 'namesake', 'successor',
                          'predecessor', 'related')),
  PRIMARY KEY (concept, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE term_occurrence (
  document   INTEGER NOT NULL REFERENCES document (id),
  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte   INTEGER NOT NULL CHECK (end_byte > begin_byte),
  term       INTEGER NOT NULL REFERENCES term (id),
  PRIMARY KEY (document, begin_byte, end_byte, term)
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
INSERT INTO evidence VALUES(1,0,'boundary',0,0,0,0,'fits',2.030880119493488678,'');
INSERT INTO evidence VALUES(1,1,'length',0,0,0,0,'fits',0.96782025663090631706,'');
INSERT INTO evidence VALUES(1,2,'date',25,36,27,54,'same',0.17503517177156024953,'both are 28 May 1858');
INSERT INTO evidence VALUES(2,0,'boundary',0,0,0,0,'fits',2.0308011272608621489,'');
INSERT INTO evidence VALUES(2,1,'number',45,48,64,68,'same',0.47909933881480659678,'both have 6');
INSERT INTO evidence VALUES(2,2,'length',0,0,0,0,'fits',0.3827965470850261398,'');
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
PRAGMA user_version = 2;
