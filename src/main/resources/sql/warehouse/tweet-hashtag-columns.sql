    tweet_id, hashtag, hashtag_text, created_at
