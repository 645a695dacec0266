-- Nothing happens where the other concept is not known; a later word about the same two concepts holds.
INSERT INTO concept_relation (concept, other, kind)
SELECT :concept, other.id, :kind
  FROM concept AS other
 WHERE other.name = :other AND other.id <> :concept
    ON CONFLICT (concept, other) DO UPDATE SET kind = excluded.kind
