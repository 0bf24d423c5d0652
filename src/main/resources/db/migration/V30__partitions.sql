-- Partitions of a table: TABLE_before for ids of earlier months and for those that are no times, TABLE_YYYY_MM for each month (UTC),
-- TABLE_later for ids from the future, and TABLE_networks for posts of other networks, whose ids begin at 2^62. They leave no gap,
-- so that every row has its place.

CREATE FUNCTION ops.partition_from(name regclass) RETURNS bigint
    LANGUAGE sql STABLE
    RETURN (SELECT substring(pg_get_expr(relpartbound, oid) FROM 'FROM \(''?(\d+)')::bigint FROM pg_class WHERE oid = name);
COMMENT ON FUNCTION ops.partition_from(regclass) IS 'The lowest id that the partition takes; null where it has no lower bound';

CREATE FUNCTION ops.time_of(id bigint) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_timestamp(((id >> 22) + 1288834974657) / 1000.0);
COMMENT ON FUNCTION ops.time_of(bigint) IS 'When X gave the id';

CREATE FUNCTION ops.key_of(target regclass) RETURNS name
    LANGUAGE sql STABLE
    RETURN (SELECT attname FROM pg_partitioned_table JOIN pg_attribute ON attrelid = partrelid AND attnum = partattrs[0] WHERE partrelid = target);
COMMENT ON FUNCTION ops.key_of(regclass) IS 'The column by which the table is partitioned';

CREATE PROCEDURE ops.rename_table(target regclass, old text, new text)
    LANGUAGE plpgsql AS $$
DECLARE
    part record;
BEGIN
    FOR part IN
        SELECT CASE relkind WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END AS kind, oid::regclass AS name,
            CASE WHEN strpos(relname, old) > 0 THEN replace(relname, old, new) ELSE relname || new END AS new_name
        FROM pg_class WHERE oid = target OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = target)
    LOOP
        EXECUTE format('ALTER %s %s RENAME TO %I', part.kind, part.name, part.new_name);
    END LOOP;
END $$;
COMMENT ON PROCEDURE ops.rename_table(regclass, text, text) IS 'Renames a table and its indexes: old in their names becomes new';

-- What is in TABLE_later already stays where it is: that partition becomes the one of the month, and another one takes its place.
CREATE FUNCTION ops.begin_month(target regclass, until timestamptz) RETURNS text
    LANGUAGE plpgsql SET lock_timeout = '1s' SET timezone = 'UTC' AS $$
DECLARE
    later regclass := target || '_later';
    key name := ops.key_of(target);
    lowest bigint := ops.partition_from(later);
    bound bigint := ops.first_id(until);
    month text := to_char(ops.time_of(lowest), '_YYYY_MM');
BEGIN
    EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', target, later);
    CALL ops.rename_table(later, '_later', month);
    EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%s) TO (%s)', target || '_later', target, bound, 1::bigint << 62);
    EXECUTE format('WITH moved AS (DELETE FROM %s WHERE %I >= %s RETURNING *) INSERT INTO %s SELECT * FROM moved', later, key, bound, target);
    EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%s)', target, later, lowest, bound);
    RETURN later;
END $$;
COMMENT ON FUNCTION ops.begin_month(regclass, timestamptz) IS 'Ends TABLE_later at this moment, from which on there is a new one';

-- Where this was not done for so long that rows are in TABLE_later, all months until the next one share a partition.
CREATE FUNCTION ops.make_partitions(target regclass, ahead integer) RETURNS integer
    LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
    made integer := 0;
    is_used boolean;
    next_month timestamptz := date_trunc('month', now()) + interval '1 month';
    begins timestamptz;
BEGIN
    LOOP
        begins := ops.time_of(ops.partition_from(target || '_later'));
        EXIT WHEN begins > next_month + (ahead - 1) * interval '1 month';
        EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I < %s)', target || '_later', ops.key_of(target), ops.first_id(next_month)) INTO is_used;
        PERFORM ops.begin_month(target, greatest(begins + interval '1 month', CASE WHEN is_used THEN next_month END));
        made := made + 1;
    END LOOP;
    RETURN made;
END $$;
COMMENT ON FUNCTION ops.make_partitions(regclass, integer) IS 'Makes the partitions of this month and of so many months after it; answers how many were missing';

CREATE TABLE ops.retention (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kept_from  timestamptz NOT NULL,
    posts      bigint NOT NULL,
    dropped_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ops.retention IS 'Posts that were dropped from the warehouse because of their age: one row per run of the job retention that had any to drop; never removed';
COMMENT ON COLUMN ops.retention.id IS 'Grows with time';
COMMENT ON COLUMN ops.retention.kept_from IS 'Posts that were written before this moment were dropped; the star schema of earlier hours is no longer built';
COMMENT ON COLUMN ops.retention.posts IS 'How many there were';
COMMENT ON COLUMN ops.retention.dropped_at IS 'When the run began';

CREATE FUNCTION ops.kept_from() RETURNS timestamptz
    LANGUAGE sql STABLE
    RETURN (SELECT coalesce(max(kept_from), '-infinity') FROM ops.retention);
COMMENT ON FUNCTION ops.kept_from() IS 'Earliest moment of which the warehouse keeps posts; -infinity where none were dropped';

-- Rows of these partitions that are to stay, for their ids say another time than they were written at, move to a new TABLE_before.
CREATE FUNCTION ops.drop_partitions(target regclass, bound bigint, kept text) RETURNS integer
    LANGUAGE plpgsql AS $$
DECLARE
    dropped regclass[] := ARRAY(
        SELECT inhrelid FROM pg_inherits JOIN pg_class ON oid = inhrelid
        WHERE inhparent = target AND substring(pg_get_expr(relpartbound, oid) FROM 'TO \(''?(\d+)')::bigint <= bound);
    part regclass;
BEGIN
    FOREACH part IN ARRAY dropped LOOP
        EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', target, part);
        CALL ops.rename_table(part, '_before', '_dropped');
    END LOOP;
    IF dropped <> '{}' THEN
        EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (MINVALUE) TO (%s)', target || '_before', target,
            (SELECT min(ops.partition_from(inhrelid)) FROM pg_inherits WHERE inhparent = target));
    END IF;
    FOREACH part IN ARRAY dropped LOOP
        EXECUTE format('INSERT INTO %s SELECT * FROM %s WHERE %s', target, part, kept);
        EXECUTE format('DROP TABLE %s', part);
    END LOOP;
    RETURN cardinality(dropped);
END $$;

CREATE FUNCTION ops.drop_months(kept_from timestamptz) RETURNS integer
    LANGUAGE plpgsql SET lock_timeout = '1s' AS $$
DECLARE
    bound bigint := ops.first_id(kept_from);
BEGIN
    LOCK TABLE twitter.tweet, twitter.tweet_hashtag IN ACCESS EXCLUSIVE MODE;
    PERFORM ops.drop_partitions('twitter.tweet_hashtag', bound, format('tweet_id IN (SELECT id FROM twitter.tweet WHERE id < %s AND created_at >= %L)', bound, kept_from));
    RETURN ops.drop_partitions('twitter.tweet', bound, format('created_at >= %L', kept_from));
END $$;
COMMENT ON FUNCTION ops.drop_months(timestamptz) IS 'Drops the partitions of all months that end at this moment or before; answers how many';

-- What is made for a table, such as an index, is made anew for the partitioned one, also where Hashlake did not make it.
CREATE FUNCTION pg_temp.statements(target regclass) RETURNS SETOF text
    LANGUAGE sql AS $$
    SELECT statement FROM (
        SELECT 1 AS place, format('ALTER TABLE %s ADD CONSTRAINT %I %s', target, conname, pg_get_constraintdef(oid)) AS statement
        FROM pg_constraint WHERE conrelid = target AND contype IN ('p', 'u', 'x')
        UNION ALL
        SELECT 2, pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid = target AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
        UNION ALL
        SELECT 3, pg_get_triggerdef(oid) FROM pg_trigger
        WHERE tgrelid = target AND NOT tgisinternal AND tgname <> 'partition_bound'
        UNION ALL
        SELECT 4, format('GRANT %s ON %s TO %s', privilege_type || column_name, target,
            CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
        FROM (
            SELECT '' AS column_name, relacl AS acl FROM pg_class WHERE oid = target
            UNION ALL
            SELECT format(' (%I)', attname), attacl FROM pg_attribute WHERE attrelid = target
        ) AS granted CROSS JOIN aclexplode(acl)
        WHERE grantee <> (SELECT relowner FROM pg_class WHERE oid = target)
        UNION ALL
        SELECT 5, format('COMMENT ON TABLE %s IS %L', target, obj_description(target))
        UNION ALL
        SELECT 6, format('CREATE OR REPLACE VIEW %s.%I%s AS %s', relnamespace::regnamespace, relname,
            ' WITH (' || array_to_string(reloptions, ', ') || ')', pg_get_viewdef(view.oid))
        FROM pg_class view WHERE oid IN (
            SELECT ev_class FROM pg_depend JOIN pg_rewrite rule ON rule.oid = objid
            WHERE classid = 'pg_rewrite'::regclass AND refclassid = 'pg_class'::regclass AND refobjid = target)
    ) AS made ORDER BY place
$$;

CREATE PROCEDURE pg_temp.refuse_dependants(target regclass)
    LANGUAGE plpgsql AS $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(DISTINCT pg_describe_object(classid, objid, 0), ', ') INTO found FROM pg_depend
    WHERE refclassid = 'pg_class'::regclass AND refobjid = target
      AND (classid IN ('pg_policy'::regclass, 'pg_proc'::regclass, 'pg_publication_rel'::regclass)
        OR objid IN (SELECT oid FROM pg_constraint WHERE contype = 'f' AND confrelid = target)
        OR objid IN (SELECT rule.oid FROM pg_rewrite rule JOIN pg_class view ON view.oid = ev_class WHERE view.relkind = 'm'));
    IF found IS NOT NULL THEN
        RAISE EXCEPTION '% cannot be partitioned while these depend on it: %', target, found
            USING HINT = 'Drop them, and create them again when Hashlake has started.';
    END IF;
END $$;

CREATE PROCEDURE pg_temp.partition(target regclass, key name, bound bigint)
    LANGUAGE plpgsql AS $$
DECLARE
    whole text := target;
    short text := (SELECT relname FROM pg_class WHERE oid = target);
    made text[] := ARRAY(SELECT pg_temp.statements(target));
    step text;
BEGIN
    CALL pg_temp.refuse_dependants(target);
    FOR step IN SELECT format('DROP TRIGGER %I ON %s', tgname, target) FROM pg_trigger WHERE tgrelid = target AND NOT tgisinternal LOOP
        EXECUTE step;
    END LOOP;
    CALL ops.rename_table(target, short, short || '_before');
    EXECUTE format('CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES EXCLUDING STATISTICS) PARTITION BY RANGE (%I)', whole, target, key);
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS partition_bound', whole);
    EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%s) TO (%s)', whole || '_later', whole, bound, 1::bigint << 62);
    EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%s) TO (MAXVALUE)', whole || '_networks', whole, 1::bigint << 62);
    EXECUTE format('WITH moved AS (DELETE FROM %s WHERE %I >= %s RETURNING *) INSERT INTO %s SELECT * FROM moved', target, key, bound, whole);
    EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (MINVALUE) TO (%s)', whole, target, bound);
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS partition_bound', target);
    FOREACH step IN ARRAY made LOOP
        EXECUTE step;
    END LOOP;
END $$;

SET LOCAL timezone = 'UTC';
SET LOCAL lock_timeout = '1s';
SET LOCAL client_min_messages = warning;
DO $$
DECLARE
    bound bigint := coalesce(
        (SELECT substring(pg_get_constraintdef(oid) FROM '\d+')::bigint FROM pg_constraint
         WHERE conrelid = 'twitter.tweet'::regclass AND conname = 'partition_bound'),
        ops.first_id(date_trunc('month', now()) + interval '2 months'));
BEGIN
    LOOP
        BEGIN
            LOCK TABLE twitter.tweet, twitter.tweet_hashtag IN ACCESS EXCLUSIVE MODE;
            CALL pg_temp.partition('twitter.tweet', 'id', bound);
            CALL pg_temp.partition('twitter.tweet_hashtag', 'tweet_id', bound);
            PERFORM ops.make_partitions('twitter.tweet', 3), ops.make_partitions('twitter.tweet_hashtag', 3);
            EXIT;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            PERFORM pg_sleep(0.5);
        END;
    END LOOP;
END $$;
DROP FUNCTION ops.refuse_row();
