SELECT {gap-columns}
FROM ops.gap WHERE state = 'open' ORDER BY from_time, id LIMIT ?
