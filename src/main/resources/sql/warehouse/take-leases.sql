INSERT INTO ops.lease (source, process)
SELECT source, ? FROM unnest(?) AS wanted (source)
WHERE NOT EXISTS (SELECT FROM ops.lease WHERE lease.source = wanted.source)
ORDER BY source
ON CONFLICT (source) DO NOTHING
RETURNING source, token
