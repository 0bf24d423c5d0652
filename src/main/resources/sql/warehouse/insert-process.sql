INSERT INTO ops.process (id, host, machine, pid, started, expires_at)
VALUES (?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
