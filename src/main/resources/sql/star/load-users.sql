-- The authors that are new or have changed since their current version; that version ends where the new one begins.
CREATE TEMPORARY TABLE slice_user ON COMMIT DROP AS
SELECT author.user_id, seen.username, seen.name, seen.verified, seen.verified_type, seen.followers_count, seen.observed_at,
       known.user_key AS outdated_key
FROM (SELECT DISTINCT user_id FROM slice_tweet) AS author
LEFT JOIN twitter."user" AS seen ON seen.id = author.user_id
LEFT JOIN dw.dim_user AS known ON known.user_id = author.user_id AND known.is_current
WHERE known.user_key IS NULL
   OR (known.username, known.name, known.verified, known.verified_type, known.followers_count)
      IS DISTINCT FROM (seen.username, seen.name, seen.verified, seen.verified_type, seen.followers_count)
  AND seen.observed_at > known.valid_from;
UPDATE dw.dim_user AS known SET valid_to = slice_user.observed_at, is_current = false
FROM slice_user
WHERE known.user_key = slice_user.outdated_key;
INSERT INTO dw.dim_user
    (user_id, username, name, verified, verified_type, followers_count, valid_from, valid_to, is_current)
SELECT user_id, username, name, verified, verified_type, followers_count,
       CASE WHEN outdated_key IS NULL THEN '-infinity' ELSE observed_at END, 'infinity', true
FROM slice_user;
