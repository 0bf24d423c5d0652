DO 'BEGIN PERFORM setseed(0.5); END';
SET work_mem = '256MB';

INSERT INTO twitter."user" (id, username, name, verified, followers_count, observed_at)
SELECT id, 'user' || id, 'Name of ' || id, id % 20 = 0, (10 / power(random() + 0.0001, 1.2))::bigint, now()
FROM generate_series(1, 100000) AS id;

INSERT INTO twitter.tweet (id, created_at, author_id, text, language, text_language, retweet_count, reply_count, like_count,
    quote_count, polarity, subjectivity, sentiment, edit_history, mentions, urls, cashtags, annotations, topics,
    possibly_sensitive, followed, observed_at, first_seen_at)
SELECT id, created_at, 1 + floor(100000 * power(random(), 3))::bigint,
    (SELECT string_agg('word' || floor(20000 * power(random(), 4)), ' ') FROM generate_series(1, 12 + id % 8)),
    language, language, floor(20 * power(random(), 8)), floor(10 * power(random(), 8)), floor(5000 * power(random(), 20)), 0,
    polarity, 0.5, CASE WHEN polarity < -0.1 THEN 'negative' WHEN polarity > 0.1 THEN 'positive' ELSE 'neutral' END,
    '{}', '{}', '{}', '{}', '{}', '{}', false, '{}', created_at, created_at
FROM (
    SELECT id, timestamptz '{end}' - ({posts} - id) * interval '30 days' / {posts} AS created_at,
        (ARRAY['pt', 'pt', 'pt', 'en', 'en', 'es', 'fr', 'ja'])[1 + floor(8 * random())] AS language, (random() * 2 - 1)::real AS polarity
    FROM generate_series(1, {posts}) AS id
) AS post ORDER BY id;

-- 1.6 hashtags a post, the n-th of 200 used in proportion to 1/n.
INSERT INTO twitter.tweet_hashtag
SELECT DISTINCT ON (id, hashtag) id, 'tag' || hashtag AS hashtag, 'Tag' || hashtag, created_at
FROM (
    SELECT id, created_at, 1 + width_bucket(random(), (
        SELECT array_agg(share ORDER BY n) FROM (
            SELECT n, (sum(1.0 / n) OVER (ORDER BY n))::float8 / (SELECT sum(1.0 / n) FROM generate_series(1, 200) AS n)::float8 AS share
            FROM generate_series(1, 200) AS n) AS shares)) AS hashtag
    FROM twitter.tweet
    CROSS JOIN LATERAL generate_series(1, 1 + (id % 10 < 4)::integer + (id % 10 < 2)::integer)
) AS used WHERE hashtag <= 200 ORDER BY id, hashtag;

ANALYZE;
INSERT INTO ops.changed_hour (hour)
SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM twitter.tweet ORDER BY 1;
