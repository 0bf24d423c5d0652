ALTER TABLE twitter.tweet
    ADD COLUMN network text DEFAULT 'x',
    ADD COLUMN uri     text;
COMMENT ON COLUMN twitter.tweet.network IS 'Network that it was posted on: x, bluesky or mastodon; null in files of earlier versions, all of X';
COMMENT ON COLUMN twitter.tweet.uri IS 'Its key on Bluesky, at://…, or Mastodon, https://…, of which the id is a hash; null on X';
COMMENT ON COLUMN twitter.tweet.id IS 'Id of the post; on X it grows with time';

CREATE OR REPLACE VIEW api.post_version AS
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
       t.observed_at,
       t.paid_partnership,
       t.community_id,
       t.reply_settings,
       t.media_types,
       t.media_urls,
       t.media_alt_texts,
       t.network,
       t.uri
FROM twitter.tweet t
LEFT JOIN twitter."user" u ON u.id = t.author_id;

CREATE OR REPLACE VIEW api.post AS
SELECT id, created_at, author_id, username, author_name, verified, followers, text, clean_text, language, hashtags,
       mentions, urls, emojis, retweets, replies, likes, quotes, impressions, engagement, is_retweet, is_quote, is_reply,
       polarity, subjectivity, sentiment, observed_at, paid_partnership, community_id, reply_settings, media_types, media_urls, media_alt_texts, network,
       uri
FROM api.post_version
WHERE superseded_by IS NULL;
