-- Spellings of a word that readers take for the same find each other, as they do in hashtags: NFC and NFD, full width, ß and ss, final sigma.
-- Texts of ASCII alone, which most are, need no more than small letters.
CREATE FUNCTION twitter.folded(text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN octet_length(text) = char_length(text) THEN lower(text)
        ELSE replace(replace(replace(lower(normalize(text, NFKC)), 'ß', 'ss'), 'ẞ', 'ss'), 'ς', 'σ') END;
COMMENT ON FUNCTION twitter.folded(text) IS 'The form in which texts are compared: NFKC, in small letters, sharp s as ss, final sigma as sigma; accents stay';

CREATE OR REPLACE FUNCTION twitter.plain_words(text text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(twitter.folded(text), '[^[:alnum:]]+', ' ', 'g');
COMMENT ON FUNCTION twitter.plain_words(text) IS 'The folded text''s runs of letters and digits';
COMMENT ON FUNCTION twitter.word_patterns(text) IS 'A folded text that has all words of this one is LIKE ALL of these: cheap to tell, but not the whole truth';

-- An index of words that somebody has made holds the words of before.
DO $$
DECLARE
    words regclass;
BEGIN
    FOR words IN
        SELECT DISTINCT c.oid FROM pg_depend d
        JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'i'
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_proc'::regclass
          AND d.refobjid IN ('twitter.words(text)'::regprocedure, 'twitter.plain_words(text)'::regprocedure)
    LOOP
        EXECUTE 'REINDEX INDEX ' || words;
    END LOOP;
END $$;
