SELECT source_segmentation, target_segmentation, mode, mode_reason, method, settings, source_name, target_name
  FROM alignment
 WHERE id = :id
