-- The newest observation wins. The rows were copied in the order of their ids and are read in that order, so that two
-- transactions which share ids wait for each other and never deadlock. Answers the hours of what really changed.
WITH changed AS (
INSERT INTO twitter.tweet AS old (
{tweet-columns}, first_seen_at)
SELECT
{tweet-columns}, first_seen_at
FROM incoming_tweet
ON CONFLICT (id) DO UPDATE SET
    {tweet-of-newest},
    first_seen_at = least(old.first_seen_at, excluded.first_seen_at)
WHERE excluded.observed_at > old.observed_at
RETURNING created_at
)
SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM changed
