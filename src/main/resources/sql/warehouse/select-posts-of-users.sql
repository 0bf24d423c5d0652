SELECT id FROM twitter.tweet WHERE author_id = ANY (?)
