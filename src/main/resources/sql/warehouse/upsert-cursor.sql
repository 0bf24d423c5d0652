WITH reached AS (
    SELECT * FROM unnest(?, ?, ?) AS reached (origin, position, token)
),
held AS MATERIALIZED (
    SELECT lease.source
    FROM ops.lease JOIN reached ON reached.origin = lease.source AND reached.token = lease.token
    ORDER BY lease.source
    FOR KEY SHARE OF lease
)
INSERT INTO ops.cursor (origin, position, updated_at)
SELECT origin, position, ? FROM reached
WHERE token IS NULL OR EXISTS (SELECT FROM held WHERE held.source = reached.origin)
ON CONFLICT (origin) DO UPDATE SET position = excluded.position, updated_at = excluded.updated_at
RETURNING origin
