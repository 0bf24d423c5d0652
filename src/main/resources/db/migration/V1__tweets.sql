CREATE SCHEMA twitter;
COMMENT ON SCHEMA twitter IS 'Posts and accounts as X showed them, each in its newest observed state';

CREATE TABLE twitter.tweet (
    id                  bigint PRIMARY KEY,
    created_at          timestamptz NOT NULL,
    author_id           bigint NOT NULL,
    text                text NOT NULL,
    language            text,
    conversation_id     bigint,
    in_reply_to_user_id bigint,
    retweeted_id        bigint,
    quoted_id           bigint,
    replied_to_id       bigint,
    mentions            text[] NOT NULL,
    urls                text[] NOT NULL,
    cashtags            text[] NOT NULL,
    annotations         text[] NOT NULL,
    topics              text[] NOT NULL,
    retweet_count       bigint,
    reply_count         bigint,
    like_count          bigint,
    quote_count         bigint,
    bookmark_count      bigint,
    impression_count    bigint,
    possibly_sensitive  boolean NOT NULL,
    client              text,
    place_id            text,
    place_full_name     text,
    place_country_code  text,
    place_type          text,
    edit_history        bigint[] NOT NULL,
    withheld_copyright  boolean,
    withheld_countries  text[],
    withheld_scope      text,
    followed            text[] NOT NULL,
    observed_at         timestamptz NOT NULL,
    first_seen_at       timestamptz NOT NULL
);

-- Ids grow with time, so the table lies in the order of time: a block range index costs next to nothing to keep.
CREATE INDEX tweet_created_at ON twitter.tweet USING brin (created_at timestamptz_minmax_multi_ops) WITH (autosummarize = on);
CREATE INDEX tweet_author_id ON twitter.tweet (author_id);

COMMENT ON TABLE twitter.tweet IS 'One row a post, as it looked in its newest observation';
COMMENT ON COLUMN twitter.tweet.id IS 'Id that X gave the post; grows with time';
COMMENT ON COLUMN twitter.tweet.created_at IS 'When the post was written, to the millisecond';
COMMENT ON COLUMN twitter.tweet.author_id IS 'Account that wrote the post; joins to twitter."user".id';
COMMENT ON COLUMN twitter.tweet.text IS 'Whole text: the long one of a long post, the original''s of a retweet';
COMMENT ON COLUMN twitter.tweet.language IS 'BCP 47 tag as X detected it, und and the like included; null where not given';
COMMENT ON COLUMN twitter.tweet.conversation_id IS 'First post of the thread; null where not given';
COMMENT ON COLUMN twitter.tweet.in_reply_to_user_id IS 'Account that is answered; null where the post is no reply';
COMMENT ON COLUMN twitter.tweet.retweeted_id IS 'Post that is retweeted; null where none is';
COMMENT ON COLUMN twitter.tweet.quoted_id IS 'Post that is quoted; null where none is';
COMMENT ON COLUMN twitter.tweet.replied_to_id IS 'Post that is answered; null where none is';
COMMENT ON COLUMN twitter.tweet.mentions IS 'User names mentioned, without @, in the order of the text';
COMMENT ON COLUMN twitter.tweet.urls IS 'Addresses in the text, expanded where X expanded them';
COMMENT ON COLUMN twitter.tweet.cashtags IS 'Symbols marked with $, without it';
COMMENT ON COLUMN twitter.tweet.annotations IS 'Names that X recognised in the text, as Type:text';
COMMENT ON COLUMN twitter.tweet.topics IS 'What X takes the post to be about, as Domain:Entity';
COMMENT ON COLUMN twitter.tweet.retweet_count IS 'Retweets when observed; null where not given';
COMMENT ON COLUMN twitter.tweet.reply_count IS 'Replies when observed; null where not given';
COMMENT ON COLUMN twitter.tweet.like_count IS 'Likes when observed; null where not given';
COMMENT ON COLUMN twitter.tweet.quote_count IS 'Quotes when observed; null where not given';
COMMENT ON COLUMN twitter.tweet.bookmark_count IS 'Bookmarks when observed; null where not given';
COMMENT ON COLUMN twitter.tweet.impression_count IS 'Impressions when observed; null where not given';
COMMENT ON COLUMN twitter.tweet.possibly_sensitive IS 'Whether X marks the post as possibly sensitive';
COMMENT ON COLUMN twitter.tweet.client IS 'Application the post was sent with; null where not given';
COMMENT ON COLUMN twitter.tweet.place_id IS 'Place the author shared; null where none';
COMMENT ON COLUMN twitter.tweet.place_full_name IS 'The place''s full name; null where not given';
COMMENT ON COLUMN twitter.tweet.place_country_code IS 'The place''s country, ISO 3166-1 alpha-2; null where not given';
COMMENT ON COLUMN twitter.tweet.place_type IS 'The place''s kind, such as city or country; null where not given';
COMMENT ON COLUMN twitter.tweet.edit_history IS 'Ids of all versions of the post, oldest first';
COMMENT ON COLUMN twitter.tweet.withheld_copyright IS 'Whether it is withheld for a copyright claim; null where it is not withheld';
COMMENT ON COLUMN twitter.tweet.withheld_countries IS 'Country codes in which it is withheld; null where it is not withheld';
COMMENT ON COLUMN twitter.tweet.withheld_scope IS 'tweet or user; null where not given';
COMMENT ON COLUMN twitter.tweet.followed IS 'Canonical forms of the followed hashtags for which it was fetched, of all observations';
COMMENT ON COLUMN twitter.tweet.observed_at IS 'When the state in this row was received from X';
COMMENT ON COLUMN twitter.tweet.first_seen_at IS 'When the post was received for the first time';

CREATE TABLE twitter."user" (
    id                bigint PRIMARY KEY,
    username          text,
    name              text,
    created_at        timestamptz,
    verified          boolean,
    verified_type     text,
    protected         boolean,
    description       text,
    location          text,
    url               text,
    profile_image_url text,
    followers_count   bigint,
    following_count   bigint,
    tweet_count       bigint,
    listed_count      bigint,
    observed_at       timestamptz
);

COMMENT ON TABLE twitter."user" IS 'One row an account that wrote a post, as it looked in its newest observation; only the id is filled while no payload has described it';
COMMENT ON COLUMN twitter."user".id IS 'Id that X gave the account';
COMMENT ON COLUMN twitter."user".username IS 'User name without @; null while the account is not described';
COMMENT ON COLUMN twitter."user".name IS 'Display name; null where not given';
COMMENT ON COLUMN twitter."user".created_at IS 'When the account was opened; null where not given';
COMMENT ON COLUMN twitter."user".verified IS 'Whether it carries a badge; null while the account is not described';
COMMENT ON COLUMN twitter."user".verified_type IS 'blue, business, government or none; null where not given';
COMMENT ON COLUMN twitter."user".protected IS 'Whether its posts are shown to followers only; null while the account is not described';
COMMENT ON COLUMN twitter."user".description IS 'What the account says of itself; null where not given';
COMMENT ON COLUMN twitter."user".location IS 'Where it says it is; null where not given';
COMMENT ON COLUMN twitter."user".url IS 'Address in its profile; null where not given';
COMMENT ON COLUMN twitter."user".profile_image_url IS 'Address of its picture; null where not given';
COMMENT ON COLUMN twitter."user".followers_count IS 'Accounts that follow it; null where not given';
COMMENT ON COLUMN twitter."user".following_count IS 'Accounts it follows; null where not given';
COMMENT ON COLUMN twitter."user".tweet_count IS 'Posts it has written; null where not given';
COMMENT ON COLUMN twitter."user".listed_count IS 'Lists it stands on; null where not given';
COMMENT ON COLUMN twitter."user".observed_at IS 'When the state in this row was received from X; null while the account is not described';

CREATE TABLE twitter.tweet_hashtag (
    tweet_id     bigint NOT NULL,
    hashtag      text COLLATE "C" NOT NULL,
    hashtag_text text NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (tweet_id, hashtag)
);

CREATE INDEX tweet_hashtag_hashtag_created_at ON twitter.tweet_hashtag (hashtag, created_at);

COMMENT ON TABLE twitter.tweet_hashtag IS 'One row a post and hashtag in it, followed or not';
COMMENT ON COLUMN twitter.tweet_hashtag.tweet_id IS 'The post; joins to twitter.tweet.id';
COMMENT ON COLUMN twitter.tweet_hashtag.hashtag IS 'Canonical form without #: NFKC, case-folded, accents kept';
COMMENT ON COLUMN twitter.tweet_hashtag.hashtag_text IS 'As the author wrote it, without #';
COMMENT ON COLUMN twitter.tweet_hashtag.created_at IS 'When the post was written: the same as twitter.tweet.created_at';
