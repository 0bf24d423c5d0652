SELECT id, pid, started FROM ops.process WHERE machine = ? AND id <> ?
