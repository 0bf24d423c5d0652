INSERT INTO ops.gap (source, reason, declared_at, from_time, to_time, state, posts_found, note, settled_at)
SELECT source, reason, declared_at, ?, ?, ?, ?, ?, ? FROM ops.gap WHERE id = ?
