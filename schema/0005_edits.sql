-- Decisions become parts of edits: the steps of a person's work, which can be undone and redone. An edit that undoes or
-- redoes says which earlier one it means; history only grows.

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

CREATE INDEX edit_by_segmentation ON edit (source_segmentation, target_segmentation);

-- The edit that a decision is part of.
CREATE TABLE edit_decision (
  decision INTEGER PRIMARY KEY REFERENCES decision (id),
  edit     INTEGER NOT NULL REFERENCES edit (id)
) STRICT;

CREATE INDEX edit_decision_by_edit ON edit_decision (edit);

-- What a note is about.
CREATE TABLE edit_segment (
  edit    INTEGER NOT NULL REFERENCES edit (id),
  side    TEXT NOT NULL CHECK (side IN ('source', 'target')),
  segment INTEGER NOT NULL REFERENCES segment (id),
  PRIMARY KEY (edit, side, segment)
) STRICT, WITHOUT ROWID;

-- Every decision so far was a step of its own.
INSERT INTO edit (id, source_segmentation, target_segmentation, mode, kind, earlier, made_by, made_at, note)
SELECT id, source_segmentation, target_segmentation, mode,
       CASE verdict WHEN 'accepted' THEN 'accept' ELSE 'reject' END, NULL, decided_by, decided_at, note
  FROM decision
 ORDER BY id;

INSERT INTO edit_decision (decision, edit)
SELECT id, id
  FROM decision;

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

PRAGMA user_version = 5;
