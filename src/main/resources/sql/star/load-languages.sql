INSERT INTO dw.dim_language (language)
SELECT DISTINCT language FROM slice_tweet
WHERE NOT EXISTS (SELECT FROM dw.dim_language WHERE dim_language.language = slice_tweet.language);
