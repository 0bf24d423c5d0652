INSERT INTO ops.spend (day, source, requests, posts)
SELECT ?, source, requests, posts FROM unnest(?, ?, ?) AS added (source, requests, posts) ORDER BY source
ON CONFLICT (day, source) DO UPDATE
SET requests = spend.requests + excluded.requests, posts = spend.posts + excluded.posts
