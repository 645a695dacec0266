-- Concepts that only the machine made and that hold nothing any more.
DELETE FROM concept
 WHERE merged_into IS NULL
   AND NOT EXISTS (SELECT 1 FROM term WHERE term.concept = concept.id)
   AND NOT EXISTS (SELECT 1 FROM proposal WHERE proposal.concept = concept.id)
   AND NOT EXISTS (SELECT 1 FROM concept_relation WHERE concept.id IN (concept_relation.concept, concept_relation.other))
   AND NOT EXISTS (SELECT 1 FROM concept_definition WHERE concept_definition.concept = concept.id)
   AND NOT EXISTS (SELECT 1 FROM concept_external_id WHERE concept_external_id.concept = concept.id)
   AND NOT EXISTS (SELECT 1 FROM concept AS merged WHERE merged.merged_into = concept.id)
   AND EXISTS (SELECT 1 FROM term_change WHERE term_change.concept = concept.name AND term_change.field = 'created'
                                           AND term_change.wording = '' AND term_change.origin = 'machine')
   AND NOT EXISTS (SELECT 1 FROM term_change WHERE term_change.concept = concept.name
                                               AND term_change.origin <> 'machine')
RETURNING name
