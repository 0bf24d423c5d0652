DELETE FROM dw.fact_tweet
WHERE ctid = ANY (ARRAY(SELECT ctid FROM dw.fact_tweet WHERE created_at < ? ORDER BY created_at LIMIT 10000))
