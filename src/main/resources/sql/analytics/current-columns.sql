tweet.id AS tweet_id, tweet.created_at, tweet.author_id AS user_id, {language} AS language,
        {engagement} AS engagement,
        coalesce((SELECT account.followers_count FROM twitter."user" account WHERE account.id = tweet.author_id), 0)
            AS followers_count,
        tweet.polarity, tweet.sentiment
