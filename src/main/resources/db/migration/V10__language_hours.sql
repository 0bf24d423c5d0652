CREATE TABLE dw.fact_language_hour (
    language_key  integer NOT NULL,
    hour          timestamptz NOT NULL,
    date_key      integer NOT NULL,
    time_key      smallint NOT NULL,
    posts         bigint NOT NULL,
    authors       bigint NOT NULL,
    reach         bigint NOT NULL,
    engagement    bigint NOT NULL,
    negative      bigint NOT NULL,
    neutral       bigint NOT NULL,
    positive      bigint NOT NULL,
    mean_polarity double precision,
    PRIMARY KEY (hour, language_key)
);

COMMENT ON TABLE dw.fact_language_hour IS 'One row a language and hour in which posts in it were written; each post is of one language, and so these are all posts';
COMMENT ON COLUMN dw.fact_language_hour.language_key IS 'The language';
COMMENT ON COLUMN dw.fact_language_hour.hour IS 'Start of the hour of the reporting zone';
COMMENT ON COLUMN dw.fact_language_hour.date_key IS 'Its day';
COMMENT ON COLUMN dw.fact_language_hour.time_key IS 'Its first minute of the day';
COMMENT ON COLUMN dw.fact_language_hour.posts IS 'Posts';
COMMENT ON COLUMN dw.fact_language_hour.authors IS 'Accounts that wrote them';
COMMENT ON COLUMN dw.fact_language_hour.reach IS 'Followers of these accounts, each account''s largest number once';
COMMENT ON COLUMN dw.fact_language_hour.engagement IS 'Retweets, replies, likes and quotes of the posts';
COMMENT ON COLUMN dw.fact_language_hour.negative IS 'Posts of negative mood; those in a language without lexicon are of none';
COMMENT ON COLUMN dw.fact_language_hour.neutral IS 'Posts of neutral mood';
COMMENT ON COLUMN dw.fact_language_hour.positive IS 'Posts of positive mood';
COMMENT ON COLUMN dw.fact_language_hour.mean_polarity IS 'Mean of their polarities; null where no post has one';

-- Facts that were built before this table was.
INSERT INTO dw.fact_language_hour (
    language_key, hour, date_key, time_key, posts, authors, reach, engagement, negative, neutral, positive, mean_polarity)
SELECT language_key, hour, min(date_key), min(time_key) / 100 * 100, sum(posts), count(*),
       least(sum(followers), 9223372036854775807), least(sum(engagement), 9223372036854775807),
       sum(negative), sum(neutral), sum(positive), sum(polarity) / nullif(sum(polarities), 0)
FROM (
    SELECT language_key, hour, user_id,
           min(date_key) AS date_key,
           min(time_key) AS time_key,
           count(*) AS posts,
           max(followers_count) AS followers,
           sum(engagement) AS engagement,
           count(*) FILTER (WHERE sentiment = 'negative') AS negative,
           count(*) FILTER (WHERE sentiment = 'neutral') AS neutral,
           count(*) FILTER (WHERE sentiment = 'positive') AS positive,
           sum(polarity::float8) AS polarity,
           count(polarity) AS polarities
    FROM dw.fact_tweet
    GROUP BY language_key, hour, user_id
) AS of_author
GROUP BY language_key, hour;
INSERT INTO ops.changed_mart (date_key) SELECT DISTINCT date_key FROM dw.fact_language_hour;

-- All that a question about a hashtag reads, one post beside the other: their rows in the table lie far apart.
DROP INDEX dw.fact_tweet_hashtag_hashtag_created_at;
CREATE INDEX fact_tweet_hashtag_hashtag_created_at ON dw.fact_tweet_hashtag (hashtag_key, created_at)
    INCLUDE (tweet_id, user_id, language_key, engagement, followers_count, polarity, sentiment);

CREATE INDEX fact_tweet_engagement ON dw.fact_tweet (engagement, tweet_id);
