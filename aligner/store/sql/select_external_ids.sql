SELECT concept.name, concept_external_id.scheme, concept_external_id.value
  FROM concept_external_id
  JOIN concept ON concept.id = concept_external_id.concept
 WHERE concept.merged_into IS NULL
 ORDER BY concept_external_id.id
