ALTER TABLE ops.erasure ADD COLUMN posts bigint NOT NULL DEFAULT 0;

UPDATE ops.erasure SET posts = (SELECT count(*) FROM ops.tombstone WHERE tombstone.erasure = erasure.id AND kind = 'post');

COMMENT ON COLUMN ops.erasure.posts IS 'Posts among them';
