ALTER TABLE twitter.tweet
    ADD COLUMN clean_text    text,
    ADD COLUMN emojis        text[],
    ADD COLUMN text_language text,
    ADD COLUMN polarity      real,
    ADD COLUMN subjectivity  real,
    ADD COLUMN sentiment     text CHECK (sentiment IN ('negative', 'neutral', 'positive')),
    ADD COLUMN superseded_by bigint;

COMMENT ON COLUMN twitter.tweet.clean_text IS 'The text without addresses, mentions, retweet marker, emojis and invisible characters; null where it was not analysed';
COMMENT ON COLUMN twitter.tweet.emojis IS 'Emojis of the text, in its order; null where it was not analysed';
COMMENT ON COLUMN twitter.tweet.text_language IS 'Language of the text: X''s where X knew it, else detected; null where unknown';
COMMENT ON COLUMN twitter.tweet.polarity IS 'Mood from -1, negative, to 1, positive; null without a lexicon for the language';
COMMENT ON COLUMN twitter.tweet.subjectivity IS 'From 0, facts, to 1, opinions; null without a lexicon for the language';
COMMENT ON COLUMN twitter.tweet.sentiment IS 'negative, neutral or positive; null without a lexicon for the language';
COMMENT ON COLUMN twitter.tweet.superseded_by IS 'Newest known version of the post, where this one was edited; null for the newest. Numbers count newest versions only';

-- Edited posts are few: the index is small, and finds the newer version of a post that arrives late.
CREATE INDEX tweet_edit_history ON twitter.tweet USING gin (edit_history) WHERE cardinality(edit_history) > 1;

CREATE TABLE ops.changed_hour (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hour timestamptz NOT NULL
);

COMMENT ON TABLE ops.changed_hour IS 'Hours (UTC) whose posts have changed since the star schema was last built: a row a commit and hour, only ever added by writers and removed by the job';
COMMENT ON COLUMN ops.changed_hour.id IS 'Grows with time';
COMMENT ON COLUMN ops.changed_hour.hour IS 'Start of the hour in which changed posts were written';

-- Posts that were stored before this table was.
INSERT INTO ops.changed_hour (hour) SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM twitter.tweet;
