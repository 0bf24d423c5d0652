-- How many hours are to be built, and in how many slices. New ones that come while the job runs are the next run's.
SELECT count(DISTINCT hour) AS hours, (count(DISTINCT hour) + 5) / 6 AS slices FROM ops.changed_hour
WHERE hour >= (SELECT ops.kept_from())
