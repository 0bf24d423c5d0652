coalesce(
        (SELECT hashtag_text FROM dw.dim_hashtag WHERE dim_hashtag.hashtag = found.hashtag),
        (SELECT hashtag_text FROM twitter.tweet_hashtag
         WHERE tweet_hashtag.hashtag = found.hashtag ORDER BY created_at, tweet_id LIMIT 1)) AS hashtag_text
