WITH {wanted}, {changed}, {everything},
author AS (
    SELECT user_id, count(*) AS posts, min(created_at) AS first_post_at, max(created_at) AS last_post_at
    FROM everything GROUP BY user_id
    HAVING :after_posts::bigint IS NULL OR (-count(*), user_id) > (-:after_posts::bigint, :after_user::bigint)
    ORDER BY posts DESC, user_id LIMIT :limit
)
SELECT author.*, account.username, account.name, account.verified, account.followers_count
FROM author
LEFT JOIN twitter."user" account ON account.id = author.user_id
ORDER BY posts DESC, user_id
