INSERT INTO alignment (source_segmentation, target_segmentation, mode, mode_reason, method, settings, tool_version,
                       source_name, target_name, saved_at, save_number)
VALUES (:source_segmentation, :target_segmentation, :mode, :mode_reason, :method, :settings, :tool_version,
        :source_name, :target_name, :saved_at, (SELECT coalesce(max(save_number), 0) + 1 FROM alignment))
    ON CONFLICT (source_segmentation, target_segmentation, mode)
    DO UPDATE SET mode_reason = excluded.mode_reason, method = excluded.method, settings = excluded.settings,
                  tool_version = excluded.tool_version, source_name = excluded.source_name,
                  target_name = excluded.target_name, saved_at = excluded.saved_at,
                  save_number = excluded.save_number
RETURNING id
