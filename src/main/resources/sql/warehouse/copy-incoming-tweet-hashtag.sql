COPY incoming_tweet_hashtag (
{tweet-hashtag-columns})
FROM STDIN (FORMAT binary)
