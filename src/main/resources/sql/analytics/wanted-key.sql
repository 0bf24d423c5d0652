(cardinality(:hashtags::text[]) = 0
            OR fact.hashtag_key = ANY (ARRAY(SELECT wanted.hashtag_key FROM dw.dim_hashtag wanted WHERE wanted.hashtag = ANY (:hashtags))))
