WITH {wanted}, {changed}, {edges}, {usage}, {everything}, {tagged}, {post},
together AS (
    SELECT hashtag, posts FROM usage WHERE cardinality(:hashtags::text[]) = 0
    UNION ALL
    SELECT other.hashtag, 1
    FROM post
    JOIN twitter.tweet_hashtag other USING (tweet_id)
    WHERE cardinality(:hashtags::text[]) > 0 AND other.hashtag <> ALL (:hashtags)
),
found AS (
    SELECT hashtag, sum(posts)::bigint AS posts
    FROM together GROUP BY hashtag ORDER BY posts DESC, hashtag LIMIT :limit
)
SELECT found.*, {hashtag-text}
FROM found ORDER BY posts DESC, hashtag
