SELECT number, kind, id FROM ops.tombstone WHERE erasure = ANY (?)
