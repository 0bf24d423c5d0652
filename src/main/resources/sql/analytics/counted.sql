-- All posts, where no hashtags are wanted; whole hours are counted already.
counted AS (
    SELECT nullif(language, 'und') AS language, fact.hour AS at, posts, negative, neutral, positive
    FROM dw.fact_language_hour fact
    JOIN dw.dim_language USING (language_key)
    WHERE cardinality(:hashtags::text[]) = 0 AND {unchanged-hour}
    UNION ALL
    SELECT nullif(language, 'und'), fact.created_at, {sentiment-of-fact}
    FROM edge
    JOIN dw.fact_tweet fact ON fact.created_at >= edge.first AND fact.created_at < edge.next
    JOIN dw.dim_language USING (language_key)
    WHERE cardinality(:hashtags::text[]) = 0 AND {unchanged}
    UNION ALL
    SELECT {language}, tweet.created_at, {sentiment-of-tweet}
    FROM {current-tweets}
    WHERE cardinality(:hashtags::text[]) = 0
)
