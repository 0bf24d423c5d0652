least(coalesce(tweet.retweet_count, 0)::numeric + coalesce(tweet.reply_count, 0) + coalesce(tweet.like_count, 0)
            + coalesce(tweet.quote_count, 0), 9223372036854775807)::bigint
