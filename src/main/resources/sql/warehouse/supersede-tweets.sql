-- Every known version but the newest is superseded by the newest. A row that another transaction has locked is left to that
-- transaction, which waits for this one at the author's row and looks for versions after that; waiting for it would be a
-- deadlock. Answers the hours of what changed.
WITH listed AS (
    SELECT edited_id, id FROM unnest(?, ?) AS listed (edited_id, id)
), known AS (
    SELECT listed.edited_id, tweet.id FROM listed JOIN twitter.tweet ON tweet.id = listed.id
), newest AS (
    SELECT one.id, max(other.id) AS newest_id
    FROM known AS one JOIN known AS other ON other.edited_id = one.edited_id
    GROUP BY one.id
), outdated AS (
    SELECT tweet.id, newest_id FROM newest JOIN twitter.tweet ON tweet.id = newest.id
    WHERE tweet.id < newest_id AND tweet.superseded_by IS DISTINCT FROM newest_id
    ORDER BY tweet.id
    FOR UPDATE OF tweet SKIP LOCKED
), superseded AS (
    UPDATE twitter.tweet SET superseded_by = newest_id FROM outdated WHERE tweet.id = outdated.id
    RETURNING created_at
)
SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM superseded
