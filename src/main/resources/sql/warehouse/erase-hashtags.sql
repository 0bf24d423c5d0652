-- Hashtags that nobody else has written, and spellings that only an erased post had. Those that dropped posts had already keep
-- theirs.
WITH given AS (
    SELECT unnest(?) AS hashtag
), gone AS (
    DELETE FROM dw.dim_hashtag USING given
    WHERE dim_hashtag.hashtag = given.hashtag AND first_used_at >= (SELECT ops.kept_from())
      AND NOT EXISTS (SELECT FROM twitter.tweet_hashtag AS tag WHERE tag.hashtag = given.hashtag)
)
UPDATE dw.dim_hashtag AS known SET hashtag_text = first_use.hashtag_text, first_used_at = first_use.created_at
FROM given CROSS JOIN LATERAL (
    SELECT tag.hashtag_text, tag.created_at FROM twitter.tweet_hashtag AS tag
    WHERE tag.hashtag = given.hashtag ORDER BY tag.created_at, tag.tweet_id LIMIT 1
) AS first_use
WHERE known.hashtag = given.hashtag AND known.first_used_at >= (SELECT ops.kept_from())
  AND (known.hashtag_text, known.first_used_at) IS DISTINCT FROM (first_use.hashtag_text, first_use.created_at)
