WITH {wanted}, {changed}, {edges}, {counted},
found AS (
    SELECT NULL AS hashtag, at, posts, negative, neutral, positive FROM counted
    UNION ALL
    SELECT hashtag, fact.hour, posts, negative, neutral, positive
    FROM wanted
    JOIN dw.dim_hashtag USING (hashtag)
    JOIN dw.fact_hashtag_hour fact USING (hashtag_key)
    WHERE {unchanged-hour}
    UNION ALL
    SELECT hashtag, fact.created_at, {sentiment-of-fact}
    FROM wanted
    JOIN dw.dim_hashtag USING (hashtag)
    CROSS JOIN edge
    JOIN dw.fact_tweet_hashtag fact
        ON fact.hashtag_key = dim_hashtag.hashtag_key AND fact.created_at >= edge.first AND fact.created_at < edge.next
    WHERE {unchanged}
    UNION ALL
    SELECT hashtag, tweet.created_at, {sentiment-of-tweet}
    FROM {current-tagged}
)
SELECT hashtag, width_bucket(at, :starts::timestamptz[]) AS step, {sentiments}
FROM found GROUP BY hashtag, step ORDER BY step, hashtag
