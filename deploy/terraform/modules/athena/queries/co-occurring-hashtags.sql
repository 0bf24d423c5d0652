-- Hashtags that occur with others
SELECT tag, count(DISTINCT id) AS posts
FROM tweets CROSS JOIN UNNEST(hashtags) AS tags (tag)
WHERE dt >= '2026-11-01'
GROUP BY tag
ORDER BY posts DESC, tag
LIMIT 50
