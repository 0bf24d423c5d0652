-- Another reporting zone than that of the facts, or none yet, changes all hours. Posts of hours that are marked already are
-- marked again, which costs nothing but the rows.
WITH chosen AS (
    INSERT INTO dw.build AS known (zone, built_at)
    SELECT zone, '-infinity' FROM (VALUES (:?zone)) AS wanted (zone)
    WHERE now() AT TIME ZONE zone IS NOT NULL
    ON CONFLICT (only_one) DO UPDATE SET zone = excluded.zone, built_at = '-infinity' WHERE known.zone <> excluded.zone
    RETURNING zone
)
INSERT INTO ops.changed_hour (hour)
SELECT hour FROM (
    SELECT date_trunc('hour', created_at, 'UTC') AS hour FROM twitter.tweet
    UNION
    SELECT date_trunc('hour', created_at, 'UTC') FROM dw.fact_tweet
) AS known
WHERE EXISTS (SELECT FROM chosen)
ORDER BY hour
