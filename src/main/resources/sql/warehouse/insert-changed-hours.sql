INSERT INTO ops.changed_hour (hour) SELECT to_timestamp(second) FROM unnest(?) AS second
