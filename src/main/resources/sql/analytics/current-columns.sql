tweet.id AS tweet_id, tweet.created_at, tweet.author_id AS user_id, {language} AS language,
        {engagement} AS engagement, coalesce(account.followers_count, 0) AS followers_count, tweet.polarity, tweet.sentiment
