-- The newest observation wins, and one that describes the account wins over any that does not (its observed_at is null).
INSERT INTO twitter."user" AS old (
{user-columns})
SELECT
{user-columns}
FROM incoming_user
ON CONFLICT (id) DO UPDATE SET
    username = excluded.username,
    name = excluded.name,
    created_at = excluded.created_at,
    verified = excluded.verified,
    verified_type = excluded.verified_type,
    protected = excluded.protected,
    description = excluded.description,
    location = excluded.location,
    url = excluded.url,
    profile_image_url = excluded.profile_image_url,
    followers_count = excluded.followers_count,
    following_count = excluded.following_count,
    tweet_count = excluded.tweet_count,
    listed_count = excluded.listed_count,
    observed_at = excluded.observed_at
WHERE excluded.observed_at > coalesce(old.observed_at, '-infinity')
