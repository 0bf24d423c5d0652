CREATE TEMPORARY TABLE IF NOT EXISTS incoming_tweet ON COMMIT DELETE ROWS AS
SELECT
{tweet-columns}, first_seen_at
FROM twitter.tweet WITH NO DATA;
CREATE TEMPORARY TABLE IF NOT EXISTS incoming_tweet_hashtag ON COMMIT DELETE ROWS AS
SELECT
{tweet-hashtag-columns}
FROM twitter.tweet_hashtag WITH NO DATA;
