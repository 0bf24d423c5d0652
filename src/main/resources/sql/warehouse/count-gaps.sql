SELECT source, state, count(*) FROM ops.gap GROUP BY source, state ORDER BY source, state
