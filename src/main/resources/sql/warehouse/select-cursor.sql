SELECT position FROM ops.cursor WHERE origin = ?
