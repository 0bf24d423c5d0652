WITH changed AS (
INSERT INTO twitter.tweet_hashtag (
{tweet-hashtag-columns})
SELECT
{tweet-hashtag-columns}
FROM incoming_tweet_hashtag
ON CONFLICT DO NOTHING
RETURNING created_at
)
SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM changed
