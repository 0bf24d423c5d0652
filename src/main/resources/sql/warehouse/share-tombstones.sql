-- Whoever sets tombstones or erases has this lock alone, and so waits for the commits under way; commits wait for that.
SELECT pg_advisory_xact_lock_shared(5102871046)
