{once},
-- The selected posts.
post AS (
    SELECT * FROM everything
    UNION ALL
    SELECT * FROM once
)
