INSERT INTO ops.cursor (origin, position, updated_at)
SELECT origin, position, ? FROM unnest(?, ?) AS reached (origin, position)
ON CONFLICT (origin) DO UPDATE SET position = excluded.position, updated_at = excluded.updated_at
