SELECT tweet.id, tweet.created_at, tweet.author_id, account.username, account.name, account.verified, tweet.text,
    {language} AS language,
    ARRAY(SELECT used.hashtag FROM twitter.tweet_hashtag used WHERE used.tweet_id = tweet.id ORDER BY used.hashtag) AS hashtags,
    tweet.retweet_count, tweet.reply_count, tweet.like_count, tweet.quote_count, tweet.impression_count,
    tweet.polarity, tweet.sentiment, tweet.superseded_by, tweet.observed_at{added-columns}
