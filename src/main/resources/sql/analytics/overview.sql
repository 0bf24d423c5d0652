WITH {wanted}, {changed}, {everything}, {tagged}, {post},
author AS MATERIALIZED (
    SELECT user_id, {tally}
    FROM post GROUP BY user_id
),
best AS (
    SELECT user_id, posts AS user_posts, least(engagement, 9223372036854775807)::bigint AS user_engagement,
        polarity / nullif(scored, 0) AS user_mean_polarity
    FROM author ORDER BY posts DESC, user_id LIMIT :limit
)
SELECT total.*, best.*, account.username, account.name, account.verified, account.followers_count
FROM (SELECT {sums} FROM author) AS total
LEFT JOIN best ON true
LEFT JOIN twitter."user" account ON account.id = best.user_id
ORDER BY best.user_posts DESC, best.user_id
