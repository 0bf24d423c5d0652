SELECT id FROM twitter.tweet WHERE id = ANY (?)
UNION
SELECT id FROM twitter.tweet WHERE author_id = ANY (?)
