WITH {wanted}, {changed}, {everything}, {tagged}, {post},
author AS (
    SELECT user_id, {tally}
    FROM post GROUP BY user_id
)
SELECT {sums}
FROM author
