SELECT decision.id, decision.verdict, decision.decided_by, decision.decided_at, decision.note
  FROM edit_decision
  JOIN decision ON decision.id = edit_decision.decision
 WHERE edit_decision.edit = :edit
 ORDER BY decision.id
