SELECT coalesce(max(version::int) FILTER (WHERE success), 0), bool_or(NOT success)
FROM ops.flyway_schema_history WHERE version ~ '^[0-9]+$'
