-- Answers how many hours have changed since.
WITH built AS (UPDATE dw.build SET built_at = now())
SELECT count(DISTINCT hour) AS hours FROM ops.changed_hour
