-- Hours of the reporting zone that lost or got a post: in a zone of half hours they reach beyond the hours of the slice.
CREATE TEMPORARY TABLE slice_fact_hour (hour timestamptz PRIMARY KEY) ON COMMIT DROP;
INSERT INTO slice_fact_hour SELECT hour FROM slice_removed UNION SELECT hour FROM slice_tweet;
ANALYZE slice_fact_hour;
DELETE FROM dw.fact_hashtag_hour AS fact USING slice_fact_hour WHERE fact.hour = slice_fact_hour.hour;
INSERT INTO dw.fact_hashtag_hour (hashtag_key, {hour-columns})
SELECT hashtag_key, {hour-sums}
FROM (
    SELECT hashtag_key, {author-sums}
    FROM slice_fact_hour
    JOIN dw.fact_tweet_hashtag AS fact USING (hour)
    GROUP BY hashtag_key, hour, user_id
) AS of_author
GROUP BY hashtag_key, hour;
