ALTER TABLE ops.gap RENAME COLUMN origin TO source;
ALTER TABLE ops.gap RENAME COLUMN closed_at TO settled_at;
ALTER TABLE ops.gap ADD COLUMN posts_found bigint;
ALTER TABLE ops.gap ADD COLUMN note text;

-- Parts of different gaps may be settled with the same times.
ALTER TABLE ops.gap DROP CONSTRAINT gap_origin_from_time_to_time_key;
CREATE UNIQUE INDEX gap_open ON ops.gap (source, from_time, to_time) WHERE state = 'open';
CREATE INDEX gap_source_from_time ON ops.gap (source, from_time);

COMMENT ON COLUMN ops.gap.settled_at IS 'When it left the state open; null while open';
COMMENT ON COLUMN ops.gap.posts_found IS 'Posts that were handed on to fill it; null while open';
COMMENT ON COLUMN ops.gap.note IS 'While open, what keeps it from being filled; then what could not be had; null where nothing is to be said';
