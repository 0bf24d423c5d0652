-- All posts, where no hashtags are wanted.
everything AS (
    SELECT {fact-columns}
    FROM dw.fact_tweet fact
    LEFT JOIN dw.dim_language USING (language_key)
    WHERE cardinality(:hashtags::text[]) = 0 AND {not-skipped}
        AND {unchanged}
    UNION ALL
    SELECT {current-columns}
    FROM {current-tweets}
    WHERE cardinality(:hashtags::text[]) = 0
)
