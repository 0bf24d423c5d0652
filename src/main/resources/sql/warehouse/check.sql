SELECT current_setting('server_version_num')::integer AS version,
       to_regclass('twitter.tweet') IS NOT NULL AND to_regclass('ops.batch') IS NOT NULL AS migrated
