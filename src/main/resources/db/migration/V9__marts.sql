CREATE TABLE ops.changed_mart (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    date_key integer NOT NULL
);

COMMENT ON TABLE ops.changed_mart IS 'Days whose facts have changed since they were last exported to the lake: rows are only ever added by the job star-schema, with the facts, and removed by the job marts';
COMMENT ON COLUMN ops.changed_mart.id IS 'Grows with time';
COMMENT ON COLUMN ops.changed_mart.date_key IS 'Day of the reporting zone, as dw.dim_date.date_key has it';

-- Facts that were built before this table was.
INSERT INTO ops.changed_mart (date_key) SELECT date_key FROM dw.fact_tweet UNION SELECT date_key FROM dw.fact_hashtag_hour;
