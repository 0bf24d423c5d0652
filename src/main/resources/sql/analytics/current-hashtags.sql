changed
    JOIN twitter.tweet_hashtag used ON used.created_at >= changed.hour AND used.created_at < changed.hour + interval '1 hour'
        AND used.created_at >= :from AND used.created_at < :to
