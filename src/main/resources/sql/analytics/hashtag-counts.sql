WITH {changed}, {edges}, {usage},
found AS (
    SELECT hashtag, {moods}
    FROM usage
    WHERE cardinality(:hashtags::text[]) = 0 OR hashtag = ANY (:hashtags)
    GROUP BY hashtag ORDER BY posts DESC, hashtag LIMIT :limit
)
SELECT found.*, {hashtag-text}
FROM found ORDER BY posts DESC, hashtag
