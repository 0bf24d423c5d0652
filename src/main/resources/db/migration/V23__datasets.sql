-- A schema of this name may be there already, perhaps of another owner.
DO $$
BEGIN
    IF to_regnamespace('dataset') IS NULL THEN
        CREATE SCHEMA dataset;
        COMMENT ON SCHEMA dataset IS 'Tables that files fill, and reports over them, as declared in datasets/*.yaml';
    END IF;
END $$;

CREATE TABLE ops.dataset_file (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset     text NOT NULL,
    sha256      text NOT NULL,
    declaration text NOT NULL,
    name        text NOT NULL,
    bytes       bigint NOT NULL,
    row_count   bigint NOT NULL,
    changed     bigint NOT NULL,
    rejected    bigint NOT NULL,
    loaded_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX dataset_file_content ON ops.dataset_file (dataset, sha256);

COMMENT ON TABLE ops.dataset_file IS 'Files that were loaded into a dataset, each in one transaction with its rows';
COMMENT ON COLUMN ops.dataset_file.id IS 'Grows with every load';
COMMENT ON COLUMN ops.dataset_file.dataset IS 'Name of the dataset';
COMMENT ON COLUMN ops.dataset_file.sha256 IS 'Checksum of the content: the same content is loaded once';
COMMENT ON COLUMN ops.dataset_file.declaration IS 'Checksum of the declaration under which it was loaded';
COMMENT ON COLUMN ops.dataset_file.name IS 'Name of the file';
COMMENT ON COLUMN ops.dataset_file.bytes IS 'Size of the file';
COMMENT ON COLUMN ops.dataset_file.row_count IS 'Rows of the file, without its header';
COMMENT ON COLUMN ops.dataset_file.changed IS 'Rows of the table that were added or changed';
COMMENT ON COLUMN ops.dataset_file.rejected IS 'Rows that went to the dead letter';
COMMENT ON COLUMN ops.dataset_file.loaded_at IS 'When';

CREATE TABLE ops.dataset_report (
    name     text PRIMARY KEY,
    sql      text NOT NULL,
    exported text
);

COMMENT ON TABLE ops.dataset_report IS 'Reports over datasets';
COMMENT ON COLUMN ops.dataset_report.name IS 'Name of the view';
COMMENT ON COLUMN ops.dataset_report.sql IS 'Query of which the view was made';
COMMENT ON COLUMN ops.dataset_report.exported IS 'Query and last file that the Parquet files show; null before the first export';
