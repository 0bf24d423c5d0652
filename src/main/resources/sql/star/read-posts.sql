-- The newest versions of the posts of these hours, as the facts show them. A year that dim_date cannot hold is no year of X.
CREATE TEMPORARY TABLE slice_tweet ON COMMIT DROP AS
SELECT tweet.id AS tweet_id,
       tweet.created_at,
       date_trunc('hour', tweet.created_at, build.zone) AS hour,
       tweet.created_at AT TIME ZONE build.zone AS local_time,
       tweet.author_id AS user_id,
       tweet.observed_at,
       coalesce(tweet.text_language, 'und') AS language,
       tweet.retweeted_id IS NOT NULL AS is_retweet,
       tweet.quoted_id IS NOT NULL AS is_quote,
       coalesce(tweet.replied_to_id, tweet.in_reply_to_user_id) IS NOT NULL AS is_reply,
       coalesce(tweet.retweet_count, 0) AS retweet_count,
       coalesce(tweet.reply_count, 0) AS reply_count,
       coalesce(tweet.like_count, 0) AS like_count,
       coalesce(tweet.quote_count, 0) AS quote_count,
       tweet.impression_count,
       coalesce(author.followers_count, 0) AS followers_count,
       tweet.polarity,
       tweet.subjectivity,
       tweet.sentiment
FROM slice_hour
JOIN twitter.tweet ON tweet.created_at >= slice_hour.hour AND tweet.created_at < slice_hour.hour + interval '1 hour'
CROSS JOIN dw.build
LEFT JOIN twitter."user" AS author ON author.id = tweet.author_id
WHERE tweet.superseded_by IS NULL
  AND tweet.created_at >= '0001-01-02 00:00Z' AND tweet.created_at < '9999-12-31 00:00Z';
ALTER TABLE slice_tweet ADD PRIMARY KEY (tweet_id);
ANALYZE slice_tweet;
