changed
    CROSS JOIN wanted
    CROSS JOIN LATERAL (
        SELECT tweet_id FROM twitter.tweet_hashtag
        WHERE tweet_hashtag.hashtag = wanted.hashtag
            AND tweet_hashtag.created_at >= greatest(changed.hour, :from)
            AND tweet_hashtag.created_at < least(changed.hour + interval '1 hour', :to)
        OFFSET 0) AS used
    CROSS JOIN LATERAL (
        SELECT * FROM twitter.tweet
        WHERE tweet.id = used.tweet_id AND tweet.superseded_by IS NULL
        OFFSET 0) AS tweet
