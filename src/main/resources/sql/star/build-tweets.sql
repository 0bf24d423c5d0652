INSERT INTO dw.fact_tweet (
    tweet_id, created_at, hour, date_key, time_key, user_key, user_id, language_key, is_retweet, is_quote, is_reply,
    retweet_count, reply_count, like_count, quote_count, impression_count, engagement, followers_count,
    polarity, subjectivity, sentiment)
SELECT post.tweet_id, post.created_at, post.hour,
       dim_date.date_key,
       100 * extract(hour FROM post.local_time) + extract(minute FROM post.local_time),
       dim_user.user_key, post.user_id, dim_language.language_key, post.is_retweet, post.is_quote, post.is_reply,
       post.retweet_count, post.reply_count, post.like_count, post.quote_count, post.impression_count,
       least(post.retweet_count::numeric + post.reply_count + post.like_count + post.quote_count, 9223372036854775807),
       post.followers_count, post.polarity, post.subjectivity, post.sentiment
FROM slice_tweet AS post
JOIN dw.dim_date ON dim_date.date = post.local_time::date
JOIN dw.dim_language ON dim_language.language = post.language
JOIN dw.dim_user ON dim_user.user_id = post.user_id
 AND post.observed_at >= dim_user.valid_from AND post.observed_at < dim_user.valid_to
ORDER BY post.tweet_id;
