-- Sentiment of a hashtag's posts, day by day
SELECT dt, sentiment, count(DISTINCT id) AS posts, avg(polarity) AS mean_polarity
FROM tweets
WHERE hashtag = 'climate' AND sentiment IS NOT NULL
GROUP BY dt, sentiment
ORDER BY dt, sentiment
