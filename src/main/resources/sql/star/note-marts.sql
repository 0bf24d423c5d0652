-- The days whose facts are about to change: those of the posts as they will be, and as the facts have them so far, which in
-- another reporting zone are other days. The job marts exports these days anew.
INSERT INTO ops.changed_mart (date_key)
SELECT fact.date_key
FROM slice_hour
JOIN dw.fact_tweet AS fact
  ON fact.hour > slice_hour.hour - interval '1 hour' AND fact.hour < slice_hour.hour + interval '1 hour'
 AND fact.created_at >= slice_hour.hour AND fact.created_at < slice_hour.hour + interval '1 hour'
UNION
SELECT fact.date_key FROM slice_tweet JOIN dw.fact_tweet AS fact ON fact.tweet_id = slice_tweet.tweet_id
UNION
SELECT to_char(local_time::date, 'YYYYMMDD')::integer FROM slice_tweet;
