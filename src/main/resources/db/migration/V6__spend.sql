CREATE TABLE ops.spend (
    day      date NOT NULL,
    source   text NOT NULL,
    requests bigint NOT NULL,
    posts    bigint NOT NULL,
    PRIMARY KEY (day, source)
);

COMMENT ON TABLE ops.spend IS 'What was asked of X and read from it, by day and source';
COMMENT ON COLUMN ops.spend.day IS 'Day in UTC, as X counts';
COMMENT ON COLUMN ops.spend.source IS 'Who bears it: a source, NAME.gaps for what fills its gaps, x:stream for what streams share, x:reserved for posts that may be read at any moment';
COMMENT ON COLUMN ops.spend.requests IS 'Requests, whatever came of them';
COMMENT ON COLUMN ops.spend.posts IS 'Posts in the answers';
