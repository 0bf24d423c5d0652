COPY twitter.tweet (
{tweet-columns}, first_seen_at)
FROM STDIN (FORMAT binary)
