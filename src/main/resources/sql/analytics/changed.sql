-- Hours whose facts are not up to date: their posts are read as they stand now.
changed AS MATERIALIZED (
    SELECT DISTINCT hour FROM ops.changed_hour
    WHERE hour > :from::timestamptz - interval '1 hour' AND hour < :to AND hour >= (SELECT ops.kept_from())
)
