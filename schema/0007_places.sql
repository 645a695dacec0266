-- Where the parts of a text stand in the file it was taken from (DOCX, PDF, subtitles ...). Plain text has none: its lines
-- are its places.

CREATE TABLE document_place (
  document   INTEGER NOT NULL REFERENCES document (id),
  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),
  end_byte   INTEGER NOT NULL CHECK (end_byte > begin_byte),
  kind       TEXT NOT NULL CHECK (kind IN ('page', 'paragraph', 'note', 'cue', 'line')),
  number     INTEGER NOT NULL CHECK (number >= 0),
  time       TEXT NOT NULL, -- of a cue, when it begins: "00:01:05"; else empty
  PRIMARY KEY (document, begin_byte)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
