TRUNCATE dw.build, dw.dim_date, dw.dim_time, dw.dim_language, dw.dim_hashtag, dw.dim_user,
    dw.fact_tweet, dw.fact_tweet_hashtag, dw.fact_hashtag_hour;

INSERT INTO dw.build (zone, built_at) VALUES ('{zone}', now());

INSERT INTO dw.dim_date
SELECT to_char(d, 'YYYYMMDD')::integer, d::date, 0, 0, 0, 0, 0, 0, 0, false
FROM generate_series((SELECT min(created_at) FROM twitter.tweet) - interval '2 days',
    (SELECT max(created_at) FROM twitter.tweet) + interval '2 days', interval '1 day') d;

INSERT INTO dw.dim_time SELECT h * 100 + m, h, m, '' FROM generate_series(0, 23) h, generate_series(0, 59) m;

INSERT INTO dw.dim_language (language)
SELECT DISTINCT coalesce(text_language, 'und') FROM twitter.tweet ORDER BY 1;

INSERT INTO dw.dim_hashtag (hashtag, hashtag_text, first_used_at)
SELECT DISTINCT ON (hashtag) hashtag, hashtag_text, created_at
FROM twitter.tweet_hashtag ORDER BY hashtag, created_at, tweet_id;

INSERT INTO dw.dim_user (user_id, username, followers_count, valid_from, valid_to, is_current)
SELECT id, username, followers_count, '-infinity', 'infinity', true FROM twitter."user";

INSERT INTO dw.fact_tweet
SELECT t.id, t.created_at, date_trunc('hour', t.created_at, '{zone}'),
    to_char(t.created_at AT TIME ZONE '{zone}', 'YYYYMMDD')::integer,
    to_char(t.created_at AT TIME ZONE '{zone}', 'HH24MI')::smallint,
    u.user_key, t.author_id, l.language_key, t.retweeted_id IS NOT NULL, t.quoted_id IS NOT NULL, t.replied_to_id IS NOT NULL,
    coalesce(t.retweet_count, 0), coalesce(t.reply_count, 0), coalesce(t.like_count, 0), coalesce(t.quote_count, 0),
    t.impression_count,
    coalesce(t.retweet_count, 0) + coalesce(t.reply_count, 0) + coalesce(t.like_count, 0) + coalesce(t.quote_count, 0),
    coalesce(u.followers_count, 0), t.polarity, t.subjectivity, t.sentiment
FROM twitter.tweet t
JOIN dw.dim_user u ON u.user_id = t.author_id
JOIN dw.dim_language l ON l.language = coalesce(t.text_language, 'und')
WHERE t.superseded_by IS NULL ORDER BY t.id;

INSERT INTO dw.fact_tweet_hashtag
SELECT f.tweet_id, d.hashtag_key, f.created_at, f.hour, f.date_key, f.time_key, f.user_id, f.language_key, f.engagement,
    f.followers_count, f.polarity, f.sentiment
FROM dw.fact_tweet f
JOIN twitter.tweet_hashtag h USING (tweet_id)
JOIN dw.dim_hashtag d USING (hashtag) ORDER BY f.tweet_id;

INSERT INTO dw.fact_hashtag_hour
SELECT hashtag_key, hour, min(date_key), min(time_key), sum(posts), count(*), sum(followers), sum(engagement),
    sum(negative), sum(neutral), sum(positive), sum(polarity) / nullif(sum(scored), 0)
FROM (
    SELECT hashtag_key, hour, user_id, min(date_key) AS date_key, min(time_key) AS time_key, count(*) AS posts,
        max(followers_count) AS followers, sum(engagement) AS engagement,
        count(*) FILTER (WHERE sentiment = 'negative') AS negative,
        count(*) FILTER (WHERE sentiment = 'neutral') AS neutral,
        count(*) FILTER (WHERE sentiment = 'positive') AS positive,
        sum(polarity::double precision) AS polarity, count(polarity) AS scored
    FROM dw.fact_tweet_hashtag GROUP BY hashtag_key, hour, user_id) author
GROUP BY hashtag_key, hour;

DELETE FROM ops.changed_hour
