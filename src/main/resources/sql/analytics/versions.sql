WITH listed AS (
    SELECT id, edit_history FROM twitter.tweet WHERE id = :id
    UNION
    SELECT id, edit_history FROM twitter.tweet
    WHERE edit_history @> ARRAY[:id]::bigint[] AND cardinality(edit_history) > 1
),
version AS (
    SELECT id FROM listed
    UNION
    SELECT unnest(edit_history) FROM listed
)
{post-view}
FROM version
JOIN twitter.tweet USING (id)
LEFT JOIN twitter."user" account ON account.id = tweet.author_id
ORDER BY tweet.id
