INSERT INTO ops.gap (origin, from_time, to_time, reason, declared_at)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
