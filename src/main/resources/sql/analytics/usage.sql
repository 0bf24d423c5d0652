-- How often each hashtag stands in the period; whole hours are counted already.
usage AS (
    SELECT hashtag, fact.posts
    FROM dw.fact_hashtag_hour fact
    JOIN dw.dim_hashtag USING (hashtag_key)
    WHERE {unchanged-hour}
    UNION ALL
    SELECT hashtag, 1
    FROM dw.fact_tweet_hashtag fact
    JOIN dw.dim_hashtag USING (hashtag_key)
    WHERE (fact.created_at < :whole_from OR fact.created_at >= :whole_to)
        AND {unchanged}
    UNION ALL
    SELECT used.hashtag, 1
    FROM {current-tweets}
    CROSS JOIN LATERAL (
        SELECT hashtag FROM twitter.tweet_hashtag WHERE tweet_hashtag.tweet_id = tweet.id
        OFFSET 0) AS used
)
