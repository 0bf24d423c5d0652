WITH {wanted}, {changed},
ranked AS (
    (SELECT fact.tweet_id, fact.engagement
     FROM dw.fact_tweet fact
     WHERE cardinality(:hashtags::text[]) = 0 AND {unchanged}
     ORDER BY fact.engagement DESC, fact.tweet_id DESC LIMIT :limit)
    UNION
    (SELECT tweet.id, {engagement} AS engagement
     FROM {current-tweets}
     WHERE cardinality(:hashtags::text[]) = 0
     ORDER BY engagement DESC, tweet.id DESC LIMIT :limit)
    UNION
    SELECT best.tweet_id, best.engagement
    FROM wanted
    JOIN dw.dim_hashtag USING (hashtag)
    CROSS JOIN LATERAL (
        SELECT fact.tweet_id, fact.engagement
        FROM dw.fact_tweet_hashtag fact
        WHERE fact.hashtag_key = dim_hashtag.hashtag_key AND {unchanged}
        ORDER BY fact.engagement DESC, fact.tweet_id DESC LIMIT :limit) best
    UNION
    SELECT tweet.id, {engagement}
    FROM {current-tagged}
),
best AS (SELECT * FROM ranked ORDER BY engagement DESC, tweet_id DESC LIMIT :limit)
{post-view}
FROM best
JOIN twitter.tweet ON tweet.id = best.tweet_id
LEFT JOIN twitter."user" account ON account.id = tweet.author_id
ORDER BY best.engagement DESC, tweet.id DESC
