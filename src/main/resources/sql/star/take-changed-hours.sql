-- Hours whose posts were dropped keep their sums.
DELETE FROM ops.changed_hour WHERE hour < (SELECT ops.kept_from());
-- The hours that were changed first. Writers only add rows, so nobody waits; those that commit from here on mark their hours
-- for the next slice.
CREATE TEMPORARY TABLE slice_hour (hour timestamptz PRIMARY KEY) ON COMMIT DROP;
WITH taken AS (
    DELETE FROM ops.changed_hour
    WHERE hour IN (SELECT hour FROM ops.changed_hour GROUP BY hour ORDER BY min(id) LIMIT 6)
    RETURNING hour
)
INSERT INTO slice_hour SELECT DISTINCT hour FROM taken;
ANALYZE slice_hour;
