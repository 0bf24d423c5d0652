CREATE TABLE ops.compliance_round (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    checked_to  bigint NOT NULL DEFAULT -1,
    finished_at timestamptz
);

COMMENT ON TABLE ops.compliance_round IS 'Passes over all stored posts, of which each is checked at X';
COMMENT ON COLUMN ops.compliance_round.number IS 'Grows with time';
COMMENT ON COLUMN ops.compliance_round.started_at IS 'When it began';
COMMENT ON COLUMN ops.compliance_round.checked_to IS 'Id of the last post that is in a batch; -1 before the first';
COMMENT ON COLUMN ops.compliance_round.finished_at IS 'When the results of all its batches were applied; null before';

CREATE TABLE ops.compliance_batch (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round      bigint NOT NULL,
    first_id   bigint NOT NULL,
    last_id    bigint NOT NULL,
    job        text,
    created_at timestamptz NOT NULL,
    applied_at timestamptz,
    found      bigint
);

CREATE INDEX compliance_batch_open ON ops.compliance_batch (number) WHERE applied_at IS NULL;

COMMENT ON TABLE ops.compliance_batch IS 'Stored posts whose ids X was given at once, and how far that is';
COMMENT ON COLUMN ops.compliance_batch.number IS 'Grows with time';
COMMENT ON COLUMN ops.compliance_batch.round IS 'The pass that it belongs to: ops.compliance_round.number';
COMMENT ON COLUMN ops.compliance_batch.first_id IS 'Lowest id of its posts';
COMMENT ON COLUMN ops.compliance_batch.last_id IS 'Highest id of its posts';
COMMENT ON COLUMN ops.compliance_batch.job IS 'Id of X''s compliance job; null until the ids are uploaded';
COMMENT ON COLUMN ops.compliance_batch.created_at IS 'When it was begun';
COMMENT ON COLUMN ops.compliance_batch.applied_at IS 'When tombstones were set for what X reported; null before';
COMMENT ON COLUMN ops.compliance_batch.found IS 'Posts that X reported; null before';
