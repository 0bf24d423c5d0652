-- No commit of a sink and no run of the job star-schema is under way from here on.
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SELECT pg_advisory_xact_lock(5102871046);
LOCK TABLE dw.build IN SHARE ROW EXCLUSIVE MODE;
