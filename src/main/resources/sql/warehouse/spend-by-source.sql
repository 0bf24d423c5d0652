SELECT source,
       coalesce(sum(requests) FILTER (WHERE day = ?), 0), coalesce(sum(posts) FILTER (WHERE day = ?), 0), sum(posts),
       coalesce(sum(dollars) FILTER (WHERE day = ?), 0), sum(dollars)
FROM ops.spend WHERE day BETWEEN ? AND ? AND source <> 'x:reserved'
GROUP BY source ORDER BY source
