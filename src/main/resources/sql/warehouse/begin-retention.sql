-- Counts what is to be dropped. A run that was cut short has left its row, and the next one adds another with what is left.
INSERT INTO ops.retention (kept_from, posts)
SELECT ?::timestamptz, count(*) FROM twitter.tweet WHERE created_at < ? HAVING count(*) > 0
RETURNING posts
