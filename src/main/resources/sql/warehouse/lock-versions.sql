SELECT pg_advisory_xact_lock(hashtextextended('twitter.tweet.superseded_by', 0))
