nullif(coalesce(tweet.text_language, tweet.language), 'und')
