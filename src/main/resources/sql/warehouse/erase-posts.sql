-- The hours, the authors and the hashtags of what is gone, for what is made of them.
WITH given AS (
    SELECT unnest(?) AS id
), erased AS (
    DELETE FROM twitter.tweet USING given WHERE tweet.id = given.id RETURNING tweet.created_at, tweet.author_id
), untagged AS (
    DELETE FROM twitter.tweet_hashtag USING given WHERE tweet_id = given.id RETURNING hashtag, created_at
)
SELECT (SELECT count(*) FROM erased) AS posts,
       ARRAY(SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM erased) AS hours,
       ARRAY(SELECT DISTINCT author_id FROM erased) AS authors,
       ARRAY(SELECT DISTINCT hashtag::text FROM untagged) AS hashtags
