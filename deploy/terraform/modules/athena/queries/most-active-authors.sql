-- Authors by number of posts, each post once
SELECT author_username, count(DISTINCT id) AS posts, max(author_followers_count) AS followers
FROM tweets
WHERE dt >= '2026-11-01'
GROUP BY author_username
ORDER BY posts DESC, author_username
LIMIT 50
