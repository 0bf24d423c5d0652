SELECT id, source, from_time, to_time, reason, state, declared_at, settled_at, posts_found, note
FROM ops.gap
WHERE from_time < :to AND to_time > :from
ORDER BY from_time DESC, id DESC LIMIT :limit
