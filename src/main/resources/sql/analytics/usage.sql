-- How often each hashtag, or each wanted one, stands in the period; whole hours are counted already.
usage AS (
    SELECT hashtag, posts, negative, neutral, positive
    FROM (
        SELECT hashtag_key, {sentiments}
        FROM dw.fact_hashtag_hour fact
        WHERE {unchanged-hour}
            AND {wanted-key}
        GROUP BY hashtag_key) AS hourly
    JOIN dw.dim_hashtag USING (hashtag_key)
    UNION ALL
    SELECT hashtag, {sentiment-of-fact}
    FROM edge
    JOIN dw.fact_tweet_hashtag fact ON fact.created_at >= edge.first AND fact.created_at < edge.next
    JOIN dw.dim_hashtag USING (hashtag_key)
    WHERE {unchanged}
        AND {wanted-key}
    UNION ALL
    SELECT used.hashtag, {sentiment-of-tweet}
    FROM {current-tweets}
    CROSS JOIN LATERAL (
        SELECT hashtag FROM twitter.tweet_hashtag WHERE tweet_hashtag.tweet_id = tweet.id
        OFFSET 0) AS used
    WHERE cardinality(:hashtags::text[]) = 0 OR used.hashtag = ANY (:hashtags)
)
