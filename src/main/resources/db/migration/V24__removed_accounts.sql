ALTER TABLE ops.erasure ADD COLUMN posts bigint NOT NULL DEFAULT 0;

UPDATE ops.erasure SET posts = (SELECT count(*) FROM ops.tombstone WHERE tombstone.erasure = erasure.id AND kind = 'post');

COMMENT ON COLUMN ops.erasure.posts IS 'Number of posts that it covers';
COMMENT ON COLUMN ops.erasure.reason IS 'forget post, forget user, forget everything, withheld, or compliance';

ALTER TABLE ops.compliance_round ADD COLUMN kind text NOT NULL DEFAULT 'post' CHECK (kind IN ('post', 'user'));
ALTER TABLE ops.compliance_batch ADD COLUMN kind text NOT NULL DEFAULT 'post' CHECK (kind IN ('post', 'user'));

COMMENT ON TABLE ops.compliance_round IS 'Passes over all stored posts, or all stored accounts, of which each is checked at X';
COMMENT ON COLUMN ops.compliance_round.kind IS 'post, or user for accounts';
COMMENT ON COLUMN ops.compliance_round.checked_to IS 'Id of the last post or account that is in a batch; -1 before the first';
COMMENT ON TABLE ops.compliance_batch IS 'Stored posts or accounts whose ids X was given at once, and how far that is';
COMMENT ON COLUMN ops.compliance_batch.kind IS 'post, or user for accounts';
COMMENT ON COLUMN ops.compliance_batch.first_id IS 'Lowest id of its posts or accounts';
COMMENT ON COLUMN ops.compliance_batch.last_id IS 'Highest id of its posts or accounts';
COMMENT ON COLUMN ops.compliance_batch.found IS 'Posts or accounts that X reported; null before';

CREATE INDEX tweet_withheld ON twitter.tweet (id) WHERE withheld_countries IS NOT NULL;
