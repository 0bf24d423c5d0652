DELETE FROM dw.fact_language_hour AS fact USING slice_fact_hour WHERE fact.hour = slice_fact_hour.hour;
INSERT INTO dw.fact_language_hour (
    language_key, hour, date_key, time_key, posts, authors, reach, engagement, negative, neutral, positive, mean_polarity)
SELECT language_key, hour, min(date_key), min(time_key) / 100 * 100, sum(posts), count(*),
       least(sum(followers), 9223372036854775807), least(sum(engagement), 9223372036854775807),
       sum(negative), sum(neutral), sum(positive), sum(polarity) / nullif(sum(polarities), 0)
FROM (
    SELECT language_key, hour, user_id,
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
    JOIN dw.fact_tweet AS fact USING (hour)
    GROUP BY language_key, hour, user_id
) AS of_author
GROUP BY language_key, hour;
