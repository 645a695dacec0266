INSERT INTO proposal_variant (proposal, side, position, language, wording, count)
VALUES (:proposal, :side, :position, :language, :wording, :count)
