CREATE TABLE ops.erasure (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reason       text NOT NULL,
    requested_at timestamptz NOT NULL,
    ids          bigint NOT NULL,
    removed      bigint NOT NULL DEFAULT 0,
    erased_at    timestamptz,
    verified_at  timestamptz
);

COMMENT ON TABLE ops.erasure IS 'Audit of what was erased, without its content: one row per request or compliance result; never removed';
COMMENT ON COLUMN ops.erasure.id IS 'Grows with time';
COMMENT ON COLUMN ops.erasure.reason IS 'forget post, forget user, forget everything, or compliance';
COMMENT ON COLUMN ops.erasure.requested_at IS 'When it was asked for, and its tombstones were set';
COMMENT ON COLUMN ops.erasure.ids IS 'Number of tombstones that it set';
COMMENT ON COLUMN ops.erasure.removed IS 'Copies of posts that were removed or changed, of all stores';
COMMENT ON COLUMN ops.erasure.erased_at IS 'When every store had been gone through; null before';
COMMENT ON COLUMN ops.erasure.verified_at IS 'When every store had been gone through once more, for what was on its way; null before';

CREATE TABLE ops.tombstone (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind    text NOT NULL CHECK (kind IN ('post', 'user', 'place')),
    id      bigint NOT NULL,
    reason  text NOT NULL,
    set_at  timestamptz NOT NULL,
    erasure bigint NOT NULL,
    UNIQUE (kind, id)
);

CREATE INDEX tombstone_erasure ON ops.tombstone (erasure);

COMMENT ON TABLE ops.tombstone IS 'What was erased and must not come back, by id and date alone';
COMMENT ON COLUMN ops.tombstone.number IS 'Grows in the order in which transactions become visible: processes read what is new';
COMMENT ON COLUMN ops.tombstone.kind IS 'post, user for every post of an account, place for a post that has lost its place alone';
COMMENT ON COLUMN ops.tombstone.id IS 'Id of the post or account';
COMMENT ON COLUMN ops.tombstone.reason IS 'forgotten where a person asked for it, else X''s reason: deleted, protected, suspended and the like';
COMMENT ON COLUMN ops.tombstone.set_at IS 'When it was set';
COMMENT ON COLUMN ops.tombstone.erasure IS 'The request or result that set it: ops.erasure.id';
