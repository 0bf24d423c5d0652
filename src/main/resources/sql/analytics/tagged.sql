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
    FROM {current-hashtags}
    JOIN wanted USING (hashtag)
    JOIN twitter.tweet ON tweet.id = used.tweet_id AND tweet.superseded_by IS NULL
    LEFT JOIN twitter."user" account ON account.id = tweet.author_id
)
