INSERT INTO ops.changed_hour (hour) SELECT unnest(?)
