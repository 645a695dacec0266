-- A bead of parallel texts may be moved: its target stands elsewhere than in order. Those kept so far were all in order.

ALTER TABLE bead ADD COLUMN moved INTEGER NOT NULL DEFAULT 0 CHECK (moved IN (0, 1));

PRAGMA user_version = 3;
