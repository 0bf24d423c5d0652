DELETE FROM ops.changed_mart WHERE id = ANY (?)
