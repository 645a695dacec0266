INSERT INTO proposal (concept, entry, score, association, joint_count, source_count, target_count, is_name)
SELECT concept.id, :entry, :score, :association, :joint_count, :source_count, :target_count, :is_name
  FROM concept
 WHERE concept.name = :concept
RETURNING id
