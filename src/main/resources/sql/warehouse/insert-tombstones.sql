WITH inserted AS (
    INSERT INTO ops.tombstone (kind, id, reason, set_at, erasure)
    SELECT kind, id, reason, ?, ? FROM unnest(?, ?, ?) AS given (kind, id, reason)
    ON CONFLICT DO NOTHING
    RETURNING kind
)
UPDATE ops.erasure SET ids = counted.ids, posts = counted.posts
FROM (SELECT count(*) AS ids, count(*) FILTER (WHERE kind = 'post') AS posts FROM inserted) AS counted
WHERE id = ?
RETURNING erasure.ids
