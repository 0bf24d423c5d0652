SELECT id FROM ops.erasure
WHERE verified_at IS NULL AND (erased_at IS NULL OR erased_at <= ?)
ORDER BY id
