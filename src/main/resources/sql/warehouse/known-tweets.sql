SELECT id FROM twitter.tweet WHERE id = ANY (?)
