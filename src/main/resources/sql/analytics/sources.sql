WITH batches AS (
    SELECT origin, sum(tweets)::bigint AS posts, max(committed_at) AS newest_batch_at
    FROM ops.batch GROUP BY origin
),
gaps AS (
    SELECT source AS origin, count(*) FILTER (WHERE state = 'open') AS open_gaps
    FROM ops.gap GROUP BY source
),
followers AS (
    SELECT lease.source AS origin, CASE WHEN process.expires_at > now()
        THEN format('process %s on host %s', process.pid, process.host) END AS follower
    FROM ops.lease JOIN ops.process ON process.id = lease.process
    WHERE lease.source NOT LIKE '%.gaps'
),
living AS (
    SELECT EXISTS (SELECT FROM ops.process WHERE expires_at > now()) AS is_any
)
SELECT origin, cursor.position, cursor.updated_at, coalesce(batches.posts, 0) AS posts, batches.newest_batch_at,
    coalesce(gaps.open_gaps, 0) AS open_gaps, followers.follower,
    cursor.origin IS NULL OR followers.origin IS NOT NULL OR NOT living.is_any AS followed
FROM ops.cursor
FULL JOIN batches USING (origin)
FULL JOIN gaps USING (origin)
FULL JOIN followers USING (origin)
CROSS JOIN living
ORDER BY origin
