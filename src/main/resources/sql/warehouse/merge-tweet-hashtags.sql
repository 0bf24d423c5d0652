INSERT INTO twitter.tweet_hashtag (
{tweet-hashtag-columns})
SELECT
{tweet-hashtag-columns}
FROM incoming_tweet_hashtag
ON CONFLICT DO NOTHING
