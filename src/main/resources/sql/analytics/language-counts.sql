WITH {wanted}, {changed}, {edges}, {counted}, {tagged}, {once},
found AS (
    SELECT language, posts, negative, neutral, positive FROM counted
    UNION ALL
    SELECT language, {sentiment-of-fact} FROM once AS fact
)
SELECT language, {sentiments}
FROM found GROUP BY language ORDER BY posts DESC, language LIMIT :limit
