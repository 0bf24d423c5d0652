SELECT kind, id FROM ops.tombstone WHERE kind = 'post' AND id = ANY (?)
UNION ALL
SELECT kind, id FROM ops.tombstone WHERE kind = 'user' AND id = ANY (?)
