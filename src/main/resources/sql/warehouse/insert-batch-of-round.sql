-- Ids from other networks begin at 2^62.
WITH round AS (
    SELECT number, checked_to FROM ops.compliance_round
    WHERE kind = '{kind}' AND finished_at IS NULL ORDER BY number LIMIT 1 FOR UPDATE
), checked AS (
    SELECT min(id) AS first_id, max(id) AS last_id
    FROM (SELECT id FROM {stored} WHERE id > (SELECT checked_to FROM round) AND id < 4611686018427387904
          ORDER BY id LIMIT ?) AS next
), moved AS (
    UPDATE ops.compliance_round SET checked_to = checked.last_id FROM checked, round
    WHERE compliance_round.number = round.number AND checked.last_id IS NOT NULL
)
INSERT INTO ops.compliance_batch (kind, round, first_id, last_id, created_at)
SELECT '{kind}', round.number, first_id, last_id, ? FROM round, checked WHERE first_id IS NOT NULL
RETURNING number, kind, first_id, last_id, job
