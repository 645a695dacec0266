INSERT INTO evidence (bead, position, kind, source_begin, source_end, target_begin, target_end, relation, weight, reason)
VALUES (:bead, :position, :kind, :source_begin, :source_end, :target_begin, :target_end, :relation, :weight, :reason)
