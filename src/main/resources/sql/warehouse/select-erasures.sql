SELECT id, reason, requested_at, posts, removed, erased_at, verified_at FROM ops.erasure
WHERE requested_at >= ? AND requested_at < ? ORDER BY id DESC LIMIT ?
