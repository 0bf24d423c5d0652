CREATE TABLE ops.process (
    id         uuid PRIMARY KEY,
    host       text NOT NULL,
    machine    text NOT NULL,
    pid        bigint NOT NULL,
    started    bigint NOT NULL,
    expires_at timestamptz NOT NULL
);

COMMENT ON TABLE ops.process IS 'Processes that follow sources, or stand by: each renews its row every few seconds, and whoever finds one expired removes it with its leases';
COMMENT ON COLUMN ops.process.id IS 'Made anew by each process, and again after its row was removed';
COMMENT ON COLUMN ops.process.host IS 'Name of its host, for people';
COMMENT ON COLUMN ops.process.machine IS 'Where its number means what it says: host, boot, process namespace and user';
COMMENT ON COLUMN ops.process.pid IS 'Its number there';
COMMENT ON COLUMN ops.process.started IS 'Clock ticks from the boot to its start: numbers of processes come again';
COMMENT ON COLUMN ops.process.expires_at IS 'From when on it counts as ended, by this database''s clock';

CREATE TABLE ops.lease (
    source   text PRIMARY KEY,
    token    bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    process  uuid NOT NULL REFERENCES ops.process ON DELETE CASCADE,
    taken_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX lease_process ON ops.lease (process);

COMMENT ON TABLE ops.lease IS 'The process that follows a source; rows are added and removed, never changed';
COMMENT ON COLUMN ops.lease.source IS 'Name of the source, NAME.gaps for what fills its gaps, or a file';
COMMENT ON COLUMN ops.lease.token IS 'Grows with every lease: a transaction commits only while the one under which it began stands';
COMMENT ON COLUMN ops.lease.process IS 'Who follows it';
COMMENT ON COLUMN ops.lease.taken_at IS 'Since when';
