UPDATE ops.process SET expires_at = clock_timestamp() + ? * interval '1 millisecond' WHERE id = ?
