COPY twitter.tweet (
{tweet-columns})
FROM STDIN (FORMAT binary)
