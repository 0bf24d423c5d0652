-- What an observation that is not newer than the row still adds to it: hashtags it was fetched for, an earlier first sight
-- and, where it is the same observation, counts that the row did not know. The rows are locked already by the merge before.
-- Answers the hours of what really changed.
WITH changed AS (
UPDATE twitter.tweet AS old SET
    {tweet-enriched},
    first_seen_at = least(old.first_seen_at, incoming.first_seen_at)
FROM incoming_tweet AS incoming
WHERE old.id = incoming.id
  AND NOT (incoming.first_seen_at >= old.first_seen_at
    AND {tweet-holds-all})
RETURNING old.created_at
)
SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM changed
