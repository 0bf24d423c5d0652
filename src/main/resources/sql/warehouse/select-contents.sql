-- Empty where there is nothing.
SELECT coalesce(string_agg(rows || ' ' || what, ', ' ORDER BY place), '') FROM (
    SELECT 1 AS place, 'posts' AS what, count(*) AS rows FROM twitter.tweet
    UNION ALL SELECT 2, 'accounts', count(*) FROM twitter."user"
    UNION ALL SELECT 3, 'facts', count(*) FROM dw.fact_tweet
    UNION ALL SELECT 4, 'tombstones', count(*) FROM ops.tombstone
    UNION ALL SELECT 5, 'cursors', count(*) FROM ops.cursor
    UNION ALL SELECT 6, 'gaps', count(*) FROM ops.gap
) AS counted WHERE rows > 0
