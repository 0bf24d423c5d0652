COPY incoming_tweet (
{tweet-columns}, first_seen_at)
FROM STDIN (FORMAT binary)
