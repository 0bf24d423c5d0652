id, source, from_time, to_time, reason, state, declared_at, settled_at, posts_found, note
