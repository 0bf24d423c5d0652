SELECT count(*) FROM twitter.tweet WHERE id = ANY (?)
