-- The newest observation wins. The rows were copied in the order of their ids and are read in that order, so that two
-- transactions which share ids wait for each other and never deadlock. Answers the hours of what really changed.
WITH changed AS (
INSERT INTO twitter.tweet AS old (
{tweet-columns})
SELECT
{tweet-columns}
FROM incoming_tweet
ON CONFLICT (id) DO UPDATE SET
    created_at = excluded.created_at,
    author_id = excluded.author_id,
    text = excluded.text,
    language = excluded.language,
    conversation_id = excluded.conversation_id,
    in_reply_to_user_id = excluded.in_reply_to_user_id,
    retweeted_id = excluded.retweeted_id,
    quoted_id = excluded.quoted_id,
    replied_to_id = excluded.replied_to_id,
    mentions = excluded.mentions,
    urls = excluded.urls,
    cashtags = excluded.cashtags,
    annotations = excluded.annotations,
    topics = excluded.topics,
    retweet_count = excluded.retweet_count,
    reply_count = excluded.reply_count,
    like_count = excluded.like_count,
    quote_count = excluded.quote_count,
    bookmark_count = excluded.bookmark_count,
    impression_count = excluded.impression_count,
    possibly_sensitive = excluded.possibly_sensitive,
    client = excluded.client,
    place_id = excluded.place_id,
    place_full_name = excluded.place_full_name,
    place_country_code = excluded.place_country_code,
    place_type = excluded.place_type,
    edit_history = excluded.edit_history,
    withheld_copyright = excluded.withheld_copyright,
    withheld_countries = excluded.withheld_countries,
    withheld_scope = excluded.withheld_scope,
    followed = ARRAY(
        SELECT DISTINCT hashtag COLLATE "C" AS hashtag FROM unnest(old.followed || excluded.followed) AS hashtag
        ORDER BY hashtag),
    observed_at = excluded.observed_at,
    first_seen_at = least(old.first_seen_at, excluded.first_seen_at),
    clean_text = excluded.clean_text,
    emojis = excluded.emojis,
    text_language = excluded.text_language,
    polarity = excluded.polarity,
    subjectivity = excluded.subjectivity,
    sentiment = excluded.sentiment
WHERE excluded.observed_at > old.observed_at
RETURNING created_at
)
SELECT DISTINCT date_trunc('hour', created_at, 'UTC') FROM changed
