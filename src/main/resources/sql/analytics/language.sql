nullif(tweet.text_language, 'und')
