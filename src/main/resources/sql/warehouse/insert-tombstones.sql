INSERT INTO ops.tombstone (kind, id, reason, set_at, erasure)
SELECT kind, id, reason, ?, ? FROM unnest(?, ?, ?) AS given (kind, id, reason)
ON CONFLICT DO NOTHING
