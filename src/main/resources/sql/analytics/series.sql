WITH {wanted}, {changed}, {everything}, {tagged},
post AS (
    SELECT NULL AS hashtag, * FROM everything
    UNION ALL
    SELECT * FROM tagged WHERE cardinality(:hashtags::text[]) > 0
),
author AS (
    SELECT hashtag, width_bucket(created_at, :starts::timestamptz[]) AS step, user_id, {tally}
    FROM post GROUP BY hashtag, step, user_id
)
SELECT hashtag, step, {sums}
FROM author GROUP BY hashtag, step
UNION ALL
SELECT hashtag, width_bucket(fact.hour, :starts::timestamptz[]), posts, authors, reach, engagement,
    negative, neutral, positive, mean_polarity
FROM wanted
JOIN dw.dim_hashtag USING (hashtag)
JOIN dw.fact_hashtag_hour fact USING (hashtag_key)
WHERE {unchanged-hour}
ORDER BY step, hashtag
