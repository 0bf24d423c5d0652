-- Ids of posts from other networks begin at 2^62.
WITH round AS (
    SELECT number, checked_to FROM ops.compliance_round WHERE finished_at IS NULL ORDER BY number LIMIT 1 FOR UPDATE
), posts AS (
    SELECT min(id) AS first_id, max(id) AS last_id
    FROM (SELECT id FROM twitter.tweet WHERE id > (SELECT checked_to FROM round) AND id < 4611686018427387904
          ORDER BY id LIMIT ?) AS next
), moved AS (
    UPDATE ops.compliance_round SET checked_to = posts.last_id FROM posts, round
    WHERE compliance_round.number = round.number AND posts.last_id IS NOT NULL
)
INSERT INTO ops.compliance_batch (round, first_id, last_id, created_at)
SELECT round.number, first_id, last_id, ? FROM round, posts WHERE first_id IS NOT NULL
RETURNING number, first_id, last_id, job
