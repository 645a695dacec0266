SELECT concept.name, other.name, concept_relation.kind
  FROM concept_relation
  JOIN concept ON concept.id = concept_relation.concept
  JOIN concept AS other ON other.id = concept_relation.other
 WHERE concept.merged_into IS NULL AND other.merged_into IS NULL
 ORDER BY concept.id, other.id
