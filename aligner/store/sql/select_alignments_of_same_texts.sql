SELECT other.id
  FROM alignment AS this
  JOIN segmentation AS source_cut ON source_cut.id = this.source_segmentation
  JOIN segmentation AS target_cut ON target_cut.id = this.target_segmentation
  JOIN segmentation AS other_source ON other_source.document = source_cut.document
  JOIN segmentation AS other_target ON other_target.document = target_cut.document
  JOIN alignment AS other
    ON other.source_segmentation = other_source.id
   AND other.target_segmentation = other_target.id
   AND other.mode = this.mode
 WHERE this.id = :alignment
 ORDER BY other.id
