INSERT INTO ops.batch (origin, start_position, end_position, tweets, rejected, committed_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
