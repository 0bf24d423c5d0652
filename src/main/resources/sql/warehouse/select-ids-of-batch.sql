SELECT id FROM twitter.tweet WHERE id BETWEEN ? AND ?
