DELETE FROM ops.process WHERE id = ?
