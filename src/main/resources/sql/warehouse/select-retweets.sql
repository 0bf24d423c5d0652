SELECT id FROM twitter.tweet WHERE retweeted_id = ANY (?)
