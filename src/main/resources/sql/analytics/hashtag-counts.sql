WITH {changed}, {edges}, {usage},
found AS (
    SELECT hashtag, {sentiments}
    FROM usage
    GROUP BY hashtag ORDER BY posts DESC, hashtag LIMIT :limit
)
SELECT found.*, {hashtag-text}
FROM found ORDER BY posts DESC, hashtag
