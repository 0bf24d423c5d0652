-- What is left beside the months that were dropped as a whole: posts of other networks, and those whose ids are no times.
WITH old AS (
    SELECT id FROM twitter.tweet WHERE created_at < ? ORDER BY created_at LIMIT 10000
), dropped AS (
    DELETE FROM twitter.tweet_hashtag USING old WHERE tweet_id = old.id
)
DELETE FROM twitter.tweet USING old WHERE tweet.id = old.id
