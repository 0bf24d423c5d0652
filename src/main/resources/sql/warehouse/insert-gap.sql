INSERT INTO ops.gap (source, from_time, to_time, reason, declared_at)
SELECT declared.* FROM (VALUES (?, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz))
    AS declared (source, from_time, to_time, reason, declared_at)
WHERE NOT EXISTS (
    SELECT FROM ops.gap known
    WHERE known.source = declared.source
      AND known.from_time = declared.from_time
      AND known.to_time = declared.to_time
)
ON CONFLICT DO NOTHING
