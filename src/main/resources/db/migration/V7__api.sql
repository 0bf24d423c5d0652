CREATE SCHEMA api;
COMMENT ON SCHEMA api IS 'Views for questions in SQL, with columns that stay; each post in its newest version unless said otherwise';

CREATE VIEW api.post_version AS
SELECT t.id,
       t.created_at,
       t.author_id,
       u.username,
       u.name AS author_name,
       u.verified,
       u.followers_count AS followers,
       t.text,
       t.clean_text,
       coalesce(t.text_language, t.language) AS language,
       ARRAY(SELECT h.hashtag::text FROM twitter.tweet_hashtag h WHERE h.tweet_id = t.id ORDER BY 1) AS hashtags,
       t.mentions,
       t.urls,
       t.emojis,
       t.retweet_count AS retweets,
       t.reply_count AS replies,
       t.like_count AS likes,
       t.quote_count AS quotes,
       t.impression_count AS impressions,
       coalesce(t.retweet_count, 0) + coalesce(t.reply_count, 0)
           + coalesce(t.like_count, 0) + coalesce(t.quote_count, 0) AS engagement,
       t.retweeted_id IS NOT NULL AS is_retweet,
       t.quoted_id IS NOT NULL AS is_quote,
       t.replied_to_id IS NOT NULL AS is_reply,
       t.polarity,
       t.subjectivity,
       t.sentiment,
       t.superseded_by,
       t.observed_at
FROM twitter.tweet t
LEFT JOIN twitter."user" u ON u.id = t.author_id;

CREATE VIEW api.post AS
SELECT id, created_at, author_id, username, author_name, verified, followers, text, clean_text, language, hashtags,
       mentions, urls, emojis, retweets, replies, likes, quotes, impressions, engagement, is_retweet, is_quote, is_reply,
       polarity, subjectivity, sentiment, observed_at
FROM api.post_version
WHERE superseded_by IS NULL;

CREATE VIEW api.post_hashtag AS
SELECT h.tweet_id AS post_id, h.hashtag, h.hashtag_text, h.created_at
FROM twitter.tweet_hashtag h
JOIN twitter.tweet t ON t.id = h.tweet_id
WHERE t.superseded_by IS NULL;

CREATE VIEW api.account AS
SELECT id, username, name, created_at, verified, verified_type, description, location, url,
       followers_count AS followers, following_count AS following, tweet_count AS posts_written, observed_at
FROM twitter."user";

CREATE VIEW api.hashtag_hour AS
SELECT d.hashtag, d.hashtag_text, f.hour, f.posts, f.authors, f.reach, f.engagement, f.negative, f.neutral, f.positive,
       f.mean_polarity
FROM dw.fact_hashtag_hour f
JOIN dw.dim_hashtag d USING (hashtag_key);

CREATE VIEW api.star_schema AS
SELECT zone, built_at FROM dw.build;

CREATE VIEW api.gap AS
SELECT id, source, from_time, to_time, reason, state, declared_at, settled_at, posts_found, note FROM ops.gap;

COMMENT ON VIEW api.post IS 'One row a post, in its newest version';
COMMENT ON VIEW api.post_version IS 'One row a version of a post; superseded_by is the newest version''s id, and null for that one itself';
COMMENT ON VIEW api.post_hashtag IS 'One row a post and hashtag in it; hashtag is the canonical form without #';
COMMENT ON VIEW api.account IS 'One row an account that wrote a post, in its newest observed state';
COMMENT ON VIEW api.hashtag_hour IS 'One row a hashtag and hour, as of the star schema''s last build';
COMMENT ON VIEW api.star_schema IS 'One row: zone and time of the star schema''s last build';
COMMENT ON VIEW api.gap IS 'One row an interval in which posts may have been missed';
