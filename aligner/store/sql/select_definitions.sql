SELECT concept.name, concept_definition.language, concept_definition.text, concept_definition.source
  FROM concept_definition
  JOIN concept ON concept.id = concept_definition.concept
 WHERE concept.merged_into IS NULL
 ORDER BY concept_definition.id
