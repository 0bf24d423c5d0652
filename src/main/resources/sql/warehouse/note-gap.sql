UPDATE ops.gap SET note = ? WHERE id = ? AND state = 'open'
