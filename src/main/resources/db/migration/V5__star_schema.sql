CREATE SCHEMA dw;
COMMENT ON SCHEMA dw IS 'Star schema over the newest version of every post, built by the job star-schema; dates and times are of the reporting zone';

-- No foreign keys: facts are only ever made by joining the dimensions, and checking each row would double the time that takes.

CREATE TABLE dw.build (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    zone     text NOT NULL,
    built_at timestamptz NOT NULL
);

CREATE TABLE dw.dim_date (
    date_key    integer PRIMARY KEY,
    date        date NOT NULL UNIQUE,
    year        smallint NOT NULL,
    quarter     smallint NOT NULL,
    month       smallint NOT NULL,
    day         smallint NOT NULL,
    iso_year    smallint NOT NULL,
    iso_week    smallint NOT NULL,
    day_of_week smallint NOT NULL,
    is_weekend  boolean NOT NULL
);

CREATE TABLE dw.dim_time (
    time_key    smallint PRIMARY KEY,
    hour        smallint NOT NULL,
    minute      smallint NOT NULL,
    part_of_day text NOT NULL
);

CREATE TABLE dw.dim_language (
    language_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    language     text NOT NULL UNIQUE
);

CREATE TABLE dw.dim_hashtag (
    hashtag_key   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hashtag       text COLLATE "C" NOT NULL UNIQUE,
    hashtag_text  text NOT NULL,
    first_used_at timestamptz NOT NULL
);

CREATE TABLE dw.dim_user (
    user_key        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id         bigint NOT NULL,
    username        text,
    name            text,
    verified        boolean,
    verified_type   text,
    followers_count bigint,
    valid_from      timestamptz NOT NULL,
    valid_to        timestamptz NOT NULL,
    is_current      boolean NOT NULL,
    UNIQUE (user_id, valid_from)
);
CREATE UNIQUE INDEX dim_user_current ON dw.dim_user (user_id) WHERE is_current;

CREATE TABLE dw.fact_tweet (
    tweet_id         bigint PRIMARY KEY,
    created_at       timestamptz NOT NULL,
    hour             timestamptz NOT NULL,
    date_key         integer NOT NULL,
    time_key         smallint NOT NULL,
    user_key         bigint NOT NULL,
    user_id          bigint NOT NULL,
    language_key     integer NOT NULL,
    is_retweet       boolean NOT NULL,
    is_quote         boolean NOT NULL,
    is_reply         boolean NOT NULL,
    retweet_count    bigint NOT NULL,
    reply_count      bigint NOT NULL,
    like_count       bigint NOT NULL,
    quote_count      bigint NOT NULL,
    impression_count bigint,
    engagement       bigint NOT NULL,
    followers_count  bigint NOT NULL,
    polarity         real,
    subjectivity     real,
    sentiment        text
);
CREATE INDEX fact_tweet_hour ON dw.fact_tweet (hour);

CREATE TABLE dw.fact_tweet_hashtag (
    tweet_id        bigint NOT NULL,
    hashtag_key     integer NOT NULL,
    created_at      timestamptz NOT NULL,
    hour            timestamptz NOT NULL,
    date_key        integer NOT NULL,
    time_key        smallint NOT NULL,
    user_id         bigint NOT NULL,
    language_key    integer NOT NULL,
    engagement      bigint NOT NULL,
    followers_count bigint NOT NULL,
    polarity        real,
    sentiment       text,
    PRIMARY KEY (tweet_id, hashtag_key)
);
CREATE INDEX fact_tweet_hashtag_hour ON dw.fact_tweet_hashtag (hour);
CREATE INDEX fact_tweet_hashtag_hashtag_created_at ON dw.fact_tweet_hashtag (hashtag_key, created_at);

CREATE TABLE dw.fact_hashtag_hour (
    hashtag_key   integer NOT NULL,
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
    PRIMARY KEY (hashtag_key, hour)
);
CREATE INDEX fact_hashtag_hour_hour ON dw.fact_hashtag_hour (hour);

INSERT INTO dw.dim_time (time_key, hour, minute, part_of_day)
SELECT 100 * hour + minute, hour, minute, (ARRAY['night', 'morning', 'afternoon', 'evening'])[1 + hour / 6]
FROM generate_series(0, 23) AS hour, generate_series(0, 59) AS minute;

INSERT INTO dw.dim_language (language) VALUES ('und');

COMMENT ON TABLE dw.build IS 'One row, once the job has run: what the facts were built with';
COMMENT ON COLUMN dw.build.only_one IS 'Always true';
COMMENT ON COLUMN dw.build.zone IS 'Reporting zone of dates, times and hours; another one marks all hours as changed';
COMMENT ON COLUMN dw.build.built_at IS 'When the job last came to its end: what had changed when that run began is in the facts; -infinity before';

COMMENT ON TABLE dw.dim_date IS 'One row a day of the reporting zone on which a post was written';
COMMENT ON COLUMN dw.dim_date.date_key IS 'The date as YYYYMMDD';
COMMENT ON COLUMN dw.dim_date.date IS 'The date';
COMMENT ON COLUMN dw.dim_date.year IS 'Year';
COMMENT ON COLUMN dw.dim_date.quarter IS 'Quarter of the year, 1 to 4';
COMMENT ON COLUMN dw.dim_date.month IS 'Month of the year, 1 to 12';
COMMENT ON COLUMN dw.dim_date.day IS 'Day of the month, 1 to 31';
COMMENT ON COLUMN dw.dim_date.iso_year IS 'Year to which the ISO 8601 week belongs';
COMMENT ON COLUMN dw.dim_date.iso_week IS 'Week by ISO 8601, 1 to 53';
COMMENT ON COLUMN dw.dim_date.day_of_week IS 'Day of the week by ISO 8601, 1 for Monday to 7 for Sunday';
COMMENT ON COLUMN dw.dim_date.is_weekend IS 'Whether it is a Saturday or a Sunday';

COMMENT ON TABLE dw.dim_time IS 'One row a minute of the day, 1,440 in all';
COMMENT ON COLUMN dw.dim_time.time_key IS 'The time of day as HHMM, without leading zeros';
COMMENT ON COLUMN dw.dim_time.hour IS 'Hour of the day, 0 to 23';
COMMENT ON COLUMN dw.dim_time.minute IS 'Minute of the hour, 0 to 59';
COMMENT ON COLUMN dw.dim_time.part_of_day IS 'night from 0:00, morning from 6:00, afternoon from 12:00, evening from 18:00';

COMMENT ON TABLE dw.dim_language IS 'One row a language in which a post was written';
COMMENT ON COLUMN dw.dim_language.language_key IS 'Key of its own';
COMMENT ON COLUMN dw.dim_language.language IS 'BCP 47 tag as twitter.tweet.text_language has it; und where unknown';

COMMENT ON TABLE dw.dim_hashtag IS 'One row a hashtag that any version of a post carries';
COMMENT ON COLUMN dw.dim_hashtag.hashtag_key IS 'Key of its own';
COMMENT ON COLUMN dw.dim_hashtag.hashtag IS 'Canonical form without #';
COMMENT ON COLUMN dw.dim_hashtag.hashtag_text IS 'As the author of the earliest known post with it wrote it; of several in the same moment, that with the lowest id';
COMMENT ON COLUMN dw.dim_hashtag.first_used_at IS 'When that post was written';

COMMENT ON TABLE dw.dim_user IS 'Authors with their history (type 2): a row more whenever the job finds one of the columns from username to followers_count changed';
COMMENT ON COLUMN dw.dim_user.user_key IS 'Key of this version of the account';
COMMENT ON COLUMN dw.dim_user.user_id IS 'Id that X gave the account; joins to twitter."user".id';
COMMENT ON COLUMN dw.dim_user.username IS 'User name without @; null while the account is not described';
COMMENT ON COLUMN dw.dim_user.name IS 'Display name; null where not given';
COMMENT ON COLUMN dw.dim_user.verified IS 'Whether it carries a badge; null while the account is not described';
COMMENT ON COLUMN dw.dim_user.verified_type IS 'blue, business, government or none; null where not given';
COMMENT ON COLUMN dw.dim_user.followers_count IS 'Accounts that follow it; null where not given';
COMMENT ON COLUMN dw.dim_user.valid_from IS 'When this version was first observed; -infinity for the first one';
COMMENT ON COLUMN dw.dim_user.valid_to IS 'When the next version was first observed; infinity for the current one';
COMMENT ON COLUMN dw.dim_user.is_current IS 'Whether it is the newest version';

COMMENT ON TABLE dw.fact_tweet IS 'One row a post, in its newest version';
COMMENT ON COLUMN dw.fact_tweet.tweet_id IS 'Id that X gave the post; joins to twitter.tweet.id';
COMMENT ON COLUMN dw.fact_tweet.created_at IS 'When it was written';
COMMENT ON COLUMN dw.fact_tweet.hour IS 'Start of the hour of the reporting zone in which it was written';
COMMENT ON COLUMN dw.fact_tweet.date_key IS 'Day on which it was written';
COMMENT ON COLUMN dw.fact_tweet.time_key IS 'Minute of the day in which it was written';
COMMENT ON COLUMN dw.fact_tweet.user_key IS 'Its author, as known when the post was observed';
COMMENT ON COLUMN dw.fact_tweet.user_id IS 'Id that X gave its author';
COMMENT ON COLUMN dw.fact_tweet.language_key IS 'Language of its text';
COMMENT ON COLUMN dw.fact_tweet.is_retweet IS 'Whether it retweets a post';
COMMENT ON COLUMN dw.fact_tweet.is_quote IS 'Whether it quotes a post';
COMMENT ON COLUMN dw.fact_tweet.is_reply IS 'Whether it answers a post or an account';
COMMENT ON COLUMN dw.fact_tweet.retweet_count IS 'Retweets; 0 where not given';
COMMENT ON COLUMN dw.fact_tweet.reply_count IS 'Replies; 0 where not given';
COMMENT ON COLUMN dw.fact_tweet.like_count IS 'Likes; 0 where not given';
COMMENT ON COLUMN dw.fact_tweet.quote_count IS 'Quotes; 0 where not given';
COMMENT ON COLUMN dw.fact_tweet.impression_count IS 'Impressions; null where not given';
COMMENT ON COLUMN dw.fact_tweet.engagement IS 'Retweets, replies, likes and quotes together';
COMMENT ON COLUMN dw.fact_tweet.followers_count IS 'Followers of the author as known when the fact was built; 0 where unknown';
COMMENT ON COLUMN dw.fact_tweet.polarity IS 'Mood from -1, negative, to 1, positive; null without a lexicon for the language';
COMMENT ON COLUMN dw.fact_tweet.subjectivity IS 'From 0, facts, to 1, opinions; null without a lexicon for the language';
COMMENT ON COLUMN dw.fact_tweet.sentiment IS 'negative, neutral or positive; null without a lexicon for the language';

COMMENT ON TABLE dw.fact_tweet_hashtag IS 'One row a post, in its newest version, and hashtag in it; what it says of the post is as in dw.fact_tweet';
COMMENT ON COLUMN dw.fact_tweet_hashtag.tweet_id IS 'The post; joins to dw.fact_tweet.tweet_id';
COMMENT ON COLUMN dw.fact_tweet_hashtag.hashtag_key IS 'The hashtag';
COMMENT ON COLUMN dw.fact_tweet_hashtag.created_at IS 'When the post was written';
COMMENT ON COLUMN dw.fact_tweet_hashtag.hour IS 'Start of the hour of the reporting zone in which it was written';
COMMENT ON COLUMN dw.fact_tweet_hashtag.date_key IS 'Day on which it was written';
COMMENT ON COLUMN dw.fact_tweet_hashtag.time_key IS 'Minute of the day in which it was written';
COMMENT ON COLUMN dw.fact_tweet_hashtag.user_id IS 'Id that X gave its author';
COMMENT ON COLUMN dw.fact_tweet_hashtag.language_key IS 'Language of its text';
COMMENT ON COLUMN dw.fact_tweet_hashtag.engagement IS 'Retweets, replies, likes and quotes together';
COMMENT ON COLUMN dw.fact_tweet_hashtag.followers_count IS 'Followers of the author as known when the fact was built; 0 where unknown';
COMMENT ON COLUMN dw.fact_tweet_hashtag.polarity IS 'Mood from -1, negative, to 1, positive; null without a lexicon for the language';
COMMENT ON COLUMN dw.fact_tweet_hashtag.sentiment IS 'negative, neutral or positive; null without a lexicon for the language';

COMMENT ON TABLE dw.fact_hashtag_hour IS 'One row a hashtag and hour in which posts with it were written';
COMMENT ON COLUMN dw.fact_hashtag_hour.hashtag_key IS 'The hashtag';
COMMENT ON COLUMN dw.fact_hashtag_hour.hour IS 'Start of the hour of the reporting zone';
COMMENT ON COLUMN dw.fact_hashtag_hour.date_key IS 'Its day';
COMMENT ON COLUMN dw.fact_hashtag_hour.time_key IS 'Its first minute of the day';
COMMENT ON COLUMN dw.fact_hashtag_hour.posts IS 'Posts';
COMMENT ON COLUMN dw.fact_hashtag_hour.authors IS 'Accounts that wrote them';
COMMENT ON COLUMN dw.fact_hashtag_hour.reach IS 'Followers of these accounts, each account''s largest number once';
COMMENT ON COLUMN dw.fact_hashtag_hour.engagement IS 'Retweets, replies, likes and quotes of the posts';
COMMENT ON COLUMN dw.fact_hashtag_hour.negative IS 'Posts of negative mood; those in a language without lexicon are of none';
COMMENT ON COLUMN dw.fact_hashtag_hour.neutral IS 'Posts of neutral mood';
COMMENT ON COLUMN dw.fact_hashtag_hour.positive IS 'Posts of positive mood';
COMMENT ON COLUMN dw.fact_hashtag_hour.mean_polarity IS 'Mean of their polarities; null where no post has one';

-- Every commit asks this index for newer versions, and would walk the whole list of what has not been put into it yet.
ALTER INDEX twitter.tweet_edit_history SET (fastupdate = off);
