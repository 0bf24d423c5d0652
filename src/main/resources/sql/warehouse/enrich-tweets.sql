-- What an observation that is not newer than the row still adds to it: hashtags it was fetched for, an earlier first sight
-- and, where it is the same observation, counts that the row did not know. The rows are locked already by the merge before.
-- Answers the hours of what really changed.
WITH changed AS (
UPDATE twitter.tweet AS old SET
    followed = ARRAY(
        SELECT DISTINCT hashtag COLLATE "C" AS hashtag FROM unnest(old.followed || incoming.followed) AS hashtag
        ORDER BY hashtag),
    first_seen_at = least(old.first_seen_at, incoming.first_seen_at),
    retweet_count = CASE WHEN old.observed_at = incoming.observed_at
        THEN greatest(old.retweet_count, incoming.retweet_count) ELSE old.retweet_count END,
    reply_count = CASE WHEN old.observed_at = incoming.observed_at
        THEN greatest(old.reply_count, incoming.reply_count) ELSE old.reply_count END,
    like_count = CASE WHEN old.observed_at = incoming.observed_at
        THEN greatest(old.like_count, incoming.like_count) ELSE old.like_count END,
    quote_count = CASE WHEN old.observed_at = incoming.observed_at
        THEN greatest(old.quote_count, incoming.quote_count) ELSE old.quote_count END,
    bookmark_count = CASE WHEN old.observed_at = incoming.observed_at
        THEN greatest(old.bookmark_count, incoming.bookmark_count) ELSE old.bookmark_count END,
    impression_count = CASE WHEN old.observed_at = incoming.observed_at
        THEN greatest(old.impression_count, incoming.impression_count) ELSE old.impression_count END
FROM incoming_tweet AS incoming
WHERE old.id = incoming.id
  AND (NOT old.followed @> incoming.followed
    OR incoming.first_seen_at < old.first_seen_at
    OR old.observed_at = incoming.observed_at AND (incoming.retweet_count > coalesce(old.retweet_count, -1)
        OR incoming.reply_count > coalesce(old.reply_count, -1)
        OR incoming.like_count > coalesce(old.like_count, -1)
        OR incoming.quote_count > coalesce(old.quote_count, -1)
        OR incoming.bookmark_count > coalesce(old.bookmark_count, -1)
        OR incoming.impression_count > coalesce(old.impression_count, -1)))
RETURNING old.created_at
)
SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM changed
