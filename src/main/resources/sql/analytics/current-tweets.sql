changed
    JOIN twitter.tweet ON tweet.created_at >= changed.hour AND tweet.created_at < changed.hour + interval '1 hour'
        AND tweet.created_at >= :from AND tweet.created_at < :to AND tweet.superseded_by IS NULL
