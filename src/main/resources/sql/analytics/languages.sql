WITH {wanted}, {changed}, {everything}, {tagged}, {post},
author AS (
    SELECT language, user_id, {tally}
    FROM post GROUP BY language, user_id
)
SELECT language, {sums}
FROM author GROUP BY language ORDER BY posts DESC, language LIMIT :limit
