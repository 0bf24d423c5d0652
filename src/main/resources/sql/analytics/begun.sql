-- The latest of the hashtags' first posts: from then on there are posts with each of them.
SELECT max(first_at) AS at
FROM (
    SELECT (SELECT min(created_at) FROM twitter.tweet_hashtag tag WHERE tag.hashtag = wanted.hashtag) AS first_at
    FROM unnest(:hashtags::text[]) AS wanted (hashtag)
    UNION ALL
    SELECT min(created_at) FROM twitter.tweet WHERE cardinality(:hashtags::text[]) = 0
) AS begun
HAVING max(first_at) IS NOT NULL
