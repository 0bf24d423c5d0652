SELECT id, date_key FROM ops.changed_mart ORDER BY id
