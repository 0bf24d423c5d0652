-- A hashtag is shown as the earliest known post wrote it. Outdated versions count here, so that this never goes back.
INSERT INTO dw.dim_hashtag AS known (hashtag, hashtag_text, first_used_at)
SELECT used.hashtag, first_use.hashtag_text, first_use.created_at
FROM (
    SELECT DISTINCT tag.hashtag
    FROM slice_hour
    JOIN twitter.tweet
      ON tweet.created_at >= slice_hour.hour AND tweet.created_at < slice_hour.hour + interval '1 hour'
    JOIN twitter.tweet_hashtag AS tag ON tag.tweet_id = tweet.id
) AS used
CROSS JOIN LATERAL (
    SELECT tag.hashtag_text, tag.created_at FROM twitter.tweet_hashtag AS tag
    WHERE tag.hashtag = used.hashtag ORDER BY tag.created_at, tag.tweet_id LIMIT 1
) AS first_use
WHERE NOT EXISTS (
    SELECT FROM dw.dim_hashtag AS same
    WHERE same.hashtag = used.hashtag
      AND (same.first_used_at < (SELECT ops.kept_from())
        OR (same.hashtag_text, same.first_used_at) = (first_use.hashtag_text, first_use.created_at))
)
ON CONFLICT (hashtag) DO UPDATE SET hashtag_text = excluded.hashtag_text, first_used_at = excluded.first_used_at;
