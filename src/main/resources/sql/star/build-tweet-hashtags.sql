INSERT INTO dw.fact_tweet_hashtag (
    tweet_id, hashtag_key, created_at, hour, date_key, time_key, user_id, language_key, engagement, followers_count,
    polarity, sentiment)
SELECT fact.tweet_id, dim_hashtag.hashtag_key, fact.created_at, fact.hour, fact.date_key, fact.time_key, fact.user_id,
       fact.language_key, fact.engagement, fact.followers_count, fact.polarity, fact.sentiment
FROM slice_tweet
JOIN dw.fact_tweet AS fact ON fact.tweet_id = slice_tweet.tweet_id
JOIN twitter.tweet_hashtag AS tag ON tag.tweet_id = fact.tweet_id
JOIN dw.dim_hashtag ON dim_hashtag.hashtag = tag.hashtag
ORDER BY fact.tweet_id;
