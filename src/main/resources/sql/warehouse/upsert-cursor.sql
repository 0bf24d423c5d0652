INSERT INTO ops.cursor (origin, position, updated_at)
VALUES (?, ?, ?)
ON CONFLICT (origin) DO UPDATE SET position = excluded.position, updated_at = excluded.updated_at
