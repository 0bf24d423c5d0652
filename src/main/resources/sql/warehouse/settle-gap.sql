UPDATE ops.gap SET from_time = ?, to_time = ?, state = ?, posts_found = ?, note = ?, settled_at = ?
WHERE id = ? AND state = 'open'
