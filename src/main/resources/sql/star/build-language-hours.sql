DELETE FROM dw.fact_language_hour AS fact USING slice_fact_hour WHERE fact.hour = slice_fact_hour.hour;
INSERT INTO dw.fact_language_hour (language_key, {hour-columns})
SELECT language_key, {hour-sums}
FROM (
    SELECT language_key, {author-sums}
    FROM slice_fact_hour
    JOIN dw.fact_tweet AS fact USING (hour)
    GROUP BY language_key, hour, user_id
) AS of_author
GROUP BY language_key, hour;
