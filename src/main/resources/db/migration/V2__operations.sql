-- Flyway has made the schema already where it keeps its history there.
DO $$
BEGIN
    IF to_regnamespace('ops') IS NULL THEN
        CREATE SCHEMA ops;
    END IF;
END $$;
COMMENT ON SCHEMA ops IS 'What Hashlake remembers of its own work';

CREATE TABLE ops.cursor (
    origin     text PRIMARY KEY,
    position   text NOT NULL,
    updated_at timestamptz NOT NULL
);

COMMENT ON TABLE ops.cursor IS 'How far each origin has been committed by every sink';
COMMENT ON COLUMN ops.cursor.origin IS 'Name of the source, or topic and partition';
COMMENT ON COLUMN ops.cursor.position IS 'Where it goes on after a restart';
COMMENT ON COLUMN ops.cursor.updated_at IS 'When the position was stored';

CREATE TABLE ops.batch (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin         text NOT NULL,
    start_position text NOT NULL,
    end_position   text NOT NULL,
    tweets         integer NOT NULL,
    rejected       integer NOT NULL,
    committed_at   timestamptz NOT NULL,
    UNIQUE (origin, start_position, end_position)
);

COMMENT ON TABLE ops.batch IS 'One row a batch that the warehouse committed; old rows are removed from time to time';
COMMENT ON COLUMN ops.batch.id IS 'Grows in the order of commits';
COMMENT ON COLUMN ops.batch.origin IS 'Name of the source, or topic and partition';
COMMENT ON COLUMN ops.batch.start_position IS 'The origin''s position before the batch';
COMMENT ON COLUMN ops.batch.end_position IS 'The origin''s position after the batch';
COMMENT ON COLUMN ops.batch.tweets IS 'Posts that the batch carried';
COMMENT ON COLUMN ops.batch.rejected IS 'Pieces of input in it that could not be read as a post';
COMMENT ON COLUMN ops.batch.committed_at IS 'When it was committed for the first time';

CREATE TABLE ops.gap (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin      text NOT NULL,
    from_time   timestamptz NOT NULL,
    to_time     timestamptz NOT NULL,
    reason      text NOT NULL,
    state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'unclosable')),
    declared_at timestamptz NOT NULL,
    closed_at   timestamptz,
    UNIQUE (origin, from_time, to_time),
    CHECK (from_time < to_time)
);

COMMENT ON TABLE ops.gap IS 'Every interval in which posts may have been missed';
COMMENT ON COLUMN ops.gap.id IS 'Grows in the order of declaration';
COMMENT ON COLUMN ops.gap.origin IS 'Name of the source that may have missed posts';
COMMENT ON COLUMN ops.gap.from_time IS 'First moment that may be missing';
COMMENT ON COLUMN ops.gap.to_time IS 'First moment that is covered again';
COMMENT ON COLUMN ops.gap.reason IS 'Why, for a person to read';
COMMENT ON COLUMN ops.gap.state IS 'open, closed once it was filled, unclosable where it cannot be';
COMMENT ON COLUMN ops.gap.declared_at IS 'When it was declared';
COMMENT ON COLUMN ops.gap.closed_at IS 'When it left the state open; null while open';
