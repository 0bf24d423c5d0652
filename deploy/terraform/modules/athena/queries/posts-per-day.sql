-- Posts per day and hashtag
SELECT hashtag, dt, count(DISTINCT id) AS posts
FROM tweets
WHERE dt >= '2026-11-01'
GROUP BY hashtag, dt
ORDER BY dt, posts DESC
