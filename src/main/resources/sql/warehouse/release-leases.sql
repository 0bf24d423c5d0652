DELETE FROM ops.lease WHERE process = ? AND source = ANY (?)
