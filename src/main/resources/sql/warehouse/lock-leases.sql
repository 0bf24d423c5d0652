SELECT lease.source
FROM ops.lease JOIN unnest(?, ?) AS held (source, token) ON held.source = lease.source AND held.token = lease.token
ORDER BY lease.source
FOR KEY SHARE OF lease
