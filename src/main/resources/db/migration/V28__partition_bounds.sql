-- Posts become partitioned by month. The table as it is becomes the first partition, which ends at a bound some time from now, and
-- no row is copied: here new rows are kept below that bound, next it is checked that all are, and then the tables are swapped.
-- Each of the three is a migration of its own, and what is cut short is resumed.

CREATE FUNCTION ops.first_id(at timestamptz) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((extract(epoch FROM at) * 1000)::bigint - 1288834974657) << 22;
COMMENT ON FUNCTION ops.first_id(timestamptz) IS 'The lowest id that X gives from this moment on';

-- To a sink, this is an outage: nothing is given up, and the commit is retried until the tables are partitioned.
CREATE FUNCTION ops.refuse_row() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the table % is being partitioned, and takes rows of this id when that is done', tg_table_name
        USING ERRCODE = 'lock_not_available';
END $$;

CREATE PROCEDURE pg_temp.bound(target text, key text, bound bigint)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER partition_bound BEFORE INSERT OR UPDATE ON %s FOR EACH ROW WHEN (NEW.%I >= %s) EXECUTE FUNCTION ops.refuse_row()',
        target, key, bound);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT partition_bound CHECK (%I < %s) NOT VALID', target, key, bound);
END $$;

-- An empty database has this month as its first partition of one month. Where rows are beyond the bound, such as posts of other
-- networks, the tables are checked in the moment in which they are swapped. Waiting for a lock holds up whoever comes after, and so
-- it is tried for a moment only, again and again.
SET LOCAL timezone = 'UTC';
SET LOCAL lock_timeout = '1s';
DO $$
DECLARE
    month timestamptz := date_trunc('month', now());
    bound bigint;
BEGIN
    LOOP
        BEGIN
            LOCK TABLE twitter.tweet, twitter.tweet_hashtag IN ACCESS EXCLUSIVE MODE;
            EXIT;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            PERFORM pg_sleep(0.5);
        END;
    END LOOP;
    bound := ops.first_id(CASE WHEN EXISTS (SELECT FROM twitter.tweet) THEN month + interval '2 months' ELSE month END);
    IF NOT EXISTS (SELECT FROM twitter.tweet WHERE id >= bound)
       AND NOT EXISTS (SELECT FROM twitter.tweet_hashtag WHERE tweet_id >= bound) THEN
        CALL pg_temp.bound('twitter.tweet', 'id', bound);
        CALL pg_temp.bound('twitter.tweet_hashtag', 'tweet_id', bound);
    END IF;
END $$;
