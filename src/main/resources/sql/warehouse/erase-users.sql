-- Accounts of which nothing is left, and their versions in the star schema.
WITH given AS (
    SELECT unnest(?) AS id
), gone AS (
    SELECT id FROM given WHERE NOT EXISTS (SELECT FROM twitter.tweet WHERE author_id = given.id)
), erased AS (
    DELETE FROM twitter."user" USING gone WHERE "user".id = gone.id
)
DELETE FROM dw.dim_user USING gone WHERE user_id = gone.id
