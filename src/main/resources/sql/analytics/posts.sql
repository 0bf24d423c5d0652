WITH {wanted},
found AS (
    (SELECT tweet.id, tweet.created_at
     FROM twitter.tweet
     WHERE cardinality(:hashtags::text[]) = 0
        AND {matches}
     ORDER BY tweet.created_at DESC, tweet.id DESC LIMIT :limit)
    UNION
    SELECT newest.id, newest.created_at
    FROM wanted
    CROSS JOIN LATERAL (
        SELECT tweet.id, tweet.created_at
        FROM twitter.tweet_hashtag used
        JOIN twitter.tweet ON tweet.id = used.tweet_id
        WHERE used.hashtag = wanted.hashtag
        AND (:from::timestamptz IS NULL OR used.created_at >= :from::timestamptz)
        AND (:to::timestamptz IS NULL OR used.created_at < :to::timestamptz)
        AND (:before_at::timestamptz IS NULL OR used.created_at <= :before_at::timestamptz)
        AND {matches}
        ORDER BY used.created_at DESC, used.tweet_id DESC LIMIT :limit) newest
),
page AS (SELECT * FROM found ORDER BY created_at DESC, id DESC LIMIT :limit)
{post-view}
FROM page
JOIN twitter.tweet ON tweet.id = page.id
LEFT JOIN twitter."user" account ON account.id = tweet.author_id
ORDER BY page.created_at DESC, page.id DESC
