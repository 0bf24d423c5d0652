SELECT lease.source, process.id, process.host, process.pid
FROM ops.lease JOIN ops.process ON process.id = lease.process
WHERE lease.source = ANY (?)
