-- Reads all rows once, while others read and write.
DO $$
DECLARE
    target regclass;
BEGIN
    FOR target IN SELECT conrelid FROM pg_constraint WHERE conname = 'partition_bound' LOOP
        EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT partition_bound', target);
    END LOOP;
END $$;
