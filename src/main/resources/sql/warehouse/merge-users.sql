-- The newest observation wins, and one that describes the account wins over any that does not (its observed_at is null).
INSERT INTO twitter."user" AS old (
{user-columns}, observed_at)
SELECT
{user-columns}, observed_at
FROM incoming_user
ON CONFLICT (id) DO UPDATE SET
    {user-of-newest},
    observed_at = excluded.observed_at
WHERE excluded.observed_at > coalesce(old.observed_at, '-infinity')
