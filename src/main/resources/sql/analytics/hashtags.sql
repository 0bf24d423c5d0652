WITH {changed}, {edges}, {usage},
wanted AS MATERIALIZED (
    SELECT hashtag FROM usage
    GROUP BY hashtag ORDER BY sum(posts) DESC, hashtag LIMIT :limit
),
{tagged},
author AS (
    SELECT hashtag, user_id, {tally}
    FROM tagged GROUP BY hashtag, user_id
),
found AS (
    SELECT hashtag, {sums}
    FROM author GROUP BY hashtag
)
SELECT found.*, {hashtag-text}
FROM found ORDER BY posts DESC, hashtag
