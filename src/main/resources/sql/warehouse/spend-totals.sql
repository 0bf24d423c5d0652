SELECT coalesce(sum(posts) FILTER (WHERE day = ?), 0), coalesce(sum(posts), 0)
FROM ops.spend WHERE day BETWEEN ? AND ?
