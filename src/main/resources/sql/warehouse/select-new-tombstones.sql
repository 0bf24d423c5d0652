SELECT number, kind, id FROM ops.tombstone WHERE number > ? ORDER BY number
