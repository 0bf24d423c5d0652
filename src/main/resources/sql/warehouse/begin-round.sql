-- A pass that has reached the last post or account is finished; the next one begins when its time has come.
WITH finished AS (
    UPDATE ops.compliance_round SET finished_at = now
    FROM (SELECT ?::timestamptz AS now) AS given
    WHERE kind = '{kind}' AND finished_at IS NULL
      AND NOT EXISTS (SELECT FROM {stored} WHERE id > checked_to AND id < 4611686018427387904)
    RETURNING number
)
INSERT INTO ops.compliance_round (kind, started_at)
SELECT '{kind}', ?
WHERE NOT EXISTS (
    SELECT FROM ops.compliance_round
    WHERE kind = '{kind}'
      AND (finished_at IS NULL AND number NOT IN (SELECT number FROM finished) OR started_at > ?)
)
