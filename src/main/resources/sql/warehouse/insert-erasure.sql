INSERT INTO ops.erasure (reason, requested_at, ids) VALUES (?, ?, 0) RETURNING id
