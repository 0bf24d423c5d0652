-- Hours of the reporting zone that lost or got a post: in a zone of half hours they reach beyond the hours of the slice.
CREATE TEMPORARY TABLE slice_fact_hour (hour timestamptz PRIMARY KEY) ON COMMIT DROP;
INSERT INTO slice_fact_hour SELECT hour FROM slice_removed UNION SELECT hour FROM slice_tweet;
ANALYZE slice_fact_hour;
DELETE FROM dw.fact_hashtag_hour AS fact USING slice_fact_hour WHERE fact.hour = slice_fact_hour.hour;
INSERT INTO dw.fact_hashtag_hour (
    hashtag_key, hour, date_key, time_key, posts, authors, reach, engagement, negative, neutral, positive, mean_polarity)
SELECT hashtag_key, hour, min(date_key), min(time_key) / 100 * 100, sum(posts), count(*),
       least(sum(followers), 9223372036854775807), least(sum(engagement), 9223372036854775807),
       sum(negative), sum(neutral), sum(positive), sum(polarity) / nullif(sum(polarities), 0)
FROM (
    SELECT hashtag_key, hour, user_id,
           min(date_key) AS date_key,
           min(time_key) AS time_key,
           count(*) AS posts,
           max(followers_count) AS followers,
           sum(engagement) AS engagement,
           count(*) FILTER (WHERE sentiment = 'negative') AS negative,
           count(*) FILTER (WHERE sentiment = 'neutral') AS neutral,
           count(*) FILTER (WHERE sentiment = 'positive') AS positive,
           sum(polarity::float8) AS polarity,
           count(polarity) AS polarities
    FROM slice_fact_hour
    JOIN dw.fact_tweet_hashtag AS fact USING (hour)
    GROUP BY hashtag_key, hour, user_id
) AS of_author
GROUP BY hashtag_key, hour;
