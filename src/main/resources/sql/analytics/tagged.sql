-- The posts with wanted hashtags, once with each of them.
tagged AS (
    SELECT wanted.hashtag, {fact-columns}
    FROM wanted
    JOIN dw.dim_hashtag USING (hashtag)
    JOIN dw.fact_tweet_hashtag fact USING (hashtag_key)
    LEFT JOIN dw.dim_language USING (language_key)
    WHERE {not-skipped}
        AND {unchanged}
    UNION ALL
    SELECT wanted.hashtag, {current-columns}
    FROM {current-tagged}
)
