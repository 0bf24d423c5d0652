fact.tweet_id, fact.created_at, fact.user_id, nullif(dim_language.language, 'und') AS language,
        fact.engagement, fact.followers_count, fact.polarity, fact.sentiment
