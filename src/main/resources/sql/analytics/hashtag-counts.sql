WITH {changed}, {edges}, {usage},
found AS (
    SELECT hashtag, {moods}
    FROM usage
    GROUP BY hashtag ORDER BY posts DESC, hashtag LIMIT :limit
)
SELECT found.*, {hashtag-text}
FROM found ORDER BY posts DESC, hashtag
