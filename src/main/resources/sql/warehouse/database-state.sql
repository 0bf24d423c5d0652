SELECT current_setting('server_version'), current_setting('server_version_num')::int, to_regclass('ops.flyway_schema_history') IS NOT NULL
