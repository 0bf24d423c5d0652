-- Pages of posts go backwards in time. The block range index could not sort, and is no longer needed.
CREATE INDEX tweet_created_at_id ON twitter.tweet (created_at, id);
DROP INDEX twitter.tweet_created_at;

CREATE INDEX user_username ON twitter."user" (lower(username));

-- Words are runs of letters and digits: what the default parser takes for host names and paths would hide the words in it.
CREATE FUNCTION twitter.plain_words(text text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(lower(text), '[^[:alnum:]]+', ' ', 'g');
COMMENT ON FUNCTION twitter.plain_words(text) IS 'The text''s runs of letters and digits, in small letters';

CREATE FUNCTION twitter.words(text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('simple', twitter.plain_words(text));
COMMENT ON FUNCTION twitter.words(text) IS 'The words of a text';

CREATE FUNCTION twitter.all_words(text text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN plainto_tsquery('simple', twitter.plain_words(text));
COMMENT ON FUNCTION twitter.all_words(text) IS 'Finds texts in which all words of this one occur: twitter.words(text) @@ twitter.all_words(''...'')';

CREATE FUNCTION twitter.word_patterns(text text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(SELECT '%' || word || '%' FROM regexp_split_to_table(trim(twitter.plain_words(text)), ' ') AS word);
COMMENT ON FUNCTION twitter.word_patterns(text) IS 'A text in small letters that has all words of this one is LIKE ALL of these: cheap to tell, but not the whole truth';

-- There is no index of words: to keep one costs PostgreSQL more than to store the posts. Whoever wants it:
-- CREATE INDEX CONCURRENTLY tweet_words ON twitter.tweet USING gin (twitter.words(text));

CREATE INDEX fact_tweet_created_at ON dw.fact_tweet (created_at);
CREATE INDEX fact_tweet_hashtag_created_at ON dw.fact_tweet_hashtag (created_at);
