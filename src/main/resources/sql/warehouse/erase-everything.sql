-- Every table but the audit of erasures and what Flyway notes of its own work.
DO $$
DECLARE
    tables text;
BEGIN
    SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO tables
    FROM pg_tables
    WHERE schemaname IN ('twitter', 'dw', 'ops') AND (schemaname, tablename) <> ('ops', 'erasure')
      AND tablename NOT LIKE 'flyway%';
    EXECUTE 'TRUNCATE ' || tables;
END $$
