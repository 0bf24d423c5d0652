CREATE SCHEMA dw;
COMMENT ON SCHEMA dw IS 'Star schema over the newest version of every post, built by the job star-schema; dates and times are of the reporting zone';

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
    date_key         integer NOT NULL REFERENCES dw.dim_date,
    time_key         smallint NOT NULL REFERENCES dw.dim_time,
    user_key         bigint NOT NULL REFERENCES dw.dim_user,
    user_id          bigint NOT NULL,
    language_key     integer NOT NULL REFERENCES dw.dim_language,
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
    hashtag_key     integer NOT NULL REFERENCES dw.dim_hashtag,
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
    hashtag_key   integer NOT NULL REFERENCES dw.dim_hashtag,
    hour          timestamptz NOT NULL,
    date_key      integer NOT NULL REFERENCES dw.dim_date,
    time_key      smallint NOT NULL REFERENCES dw.dim_time,
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
