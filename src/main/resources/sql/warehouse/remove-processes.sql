DELETE FROM ops.process WHERE id <> ? AND (expires_at < clock_timestamp() OR id = ANY (?))
