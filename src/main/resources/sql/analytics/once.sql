-- The posts with wanted hashtags, once each: one with several of them counts at the first.
once AS (
    SELECT tweet_id, created_at, user_id, language, engagement, followers_count, polarity, sentiment
    FROM tagged
    WHERE cardinality(:hashtags::text[]) > 0 AND NOT EXISTS (
        SELECT FROM twitter.tweet_hashtag other
        WHERE cardinality(:hashtags::text[]) > 1 AND other.tweet_id = tagged.tweet_id
            AND other.hashtag = ANY (:hashtags) AND other.hashtag < tagged.hashtag)
)
