WITH {wanted}, {changed}, {everything}, {tagged}, {post},
author AS (
    SELECT user_id, count(*) AS posts, least(sum(engagement), 9223372036854775807)::bigint AS engagement, avg(polarity::double precision) AS mean_polarity
    FROM post GROUP BY user_id ORDER BY posts DESC, user_id LIMIT :limit
)
SELECT author.*, account.username, account.name, account.verified, account.followers_count
FROM author
LEFT JOIN twitter."user" account ON account.id = author.user_id
ORDER BY posts DESC, user_id
