-- Empty where there is nothing.
SELECT coalesce(string_agg(to_char(rows, 'FM999,999,999,999') || ' ' || what || CASE WHEN rows = 1 THEN '' ELSE 's' END, ', ' ORDER BY place), '') FROM (
    SELECT 1 AS place, 'post' AS what, count(*) AS rows FROM twitter.tweet
    UNION ALL SELECT 2, 'account', count(*) FROM twitter."user"
    UNION ALL SELECT 3, 'fact', count(*) FROM dw.fact_tweet
    UNION ALL SELECT 4, 'tombstone', count(*) FROM ops.tombstone
    UNION ALL SELECT 5, 'cursor', count(*) FROM ops.cursor
    UNION ALL SELECT 6, 'gap', count(*) FROM ops.gap
) AS counted WHERE rows > 0
