-- What the facts said of these hours, and of posts that have moved into them.
CREATE TEMPORARY TABLE slice_removed ON COMMIT DROP AS
SELECT fact.tweet_id, fact.hour
FROM slice_hour
JOIN dw.fact_tweet AS fact
  ON fact.hour > slice_hour.hour - interval '1 hour' AND fact.hour < slice_hour.hour + interval '1 hour'
 AND fact.created_at >= slice_hour.hour AND fact.created_at < slice_hour.hour + interval '1 hour'
UNION
SELECT fact.tweet_id, fact.hour FROM slice_tweet JOIN dw.fact_tweet AS fact ON fact.tweet_id = slice_tweet.tweet_id;
ANALYZE slice_removed;
DELETE FROM dw.fact_tweet_hashtag AS fact USING slice_removed WHERE fact.tweet_id = slice_removed.tweet_id;
DELETE FROM dw.fact_tweet AS fact USING slice_removed WHERE fact.tweet_id = slice_removed.tweet_id;
