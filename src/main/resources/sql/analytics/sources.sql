WITH batches AS (
    SELECT origin, sum(tweets)::bigint AS posts, max(committed_at) AS newest_batch_at
    FROM ops.batch GROUP BY origin
),
gaps AS (
    SELECT source AS origin, count(*) FILTER (WHERE state = 'open') AS open_gaps
    FROM ops.gap GROUP BY source
)
SELECT origin, cursor.position, cursor.updated_at, coalesce(batches.posts, 0) AS posts, batches.newest_batch_at,
    coalesce(gaps.open_gaps, 0) AS open_gaps
FROM ops.cursor
FULL JOIN batches USING (origin)
FULL JOIN gaps USING (origin)
ORDER BY origin
