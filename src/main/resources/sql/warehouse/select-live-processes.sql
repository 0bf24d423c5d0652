SELECT 'process ' || process.pid || ' on ' || process.host FROM ops.process
WHERE process.expires_at > now() AND EXISTS (SELECT FROM ops.lease WHERE lease.process = process.id)
ORDER BY 1
