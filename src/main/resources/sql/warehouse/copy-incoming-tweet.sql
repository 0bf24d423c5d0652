COPY incoming_tweet (
{tweet-columns})
FROM STDIN (FORMAT binary)
