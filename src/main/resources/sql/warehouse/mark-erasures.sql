UPDATE ops.erasure SET
    removed = removed + CASE WHEN id = (SELECT max(id) FROM unnest(?) AS due (id)) THEN ? ELSE 0 END,
    erased_at = coalesce(erased_at, ?),
    verified_at = CASE WHEN erased_at IS NOT NULL THEN ? END
WHERE id = ANY (?)
