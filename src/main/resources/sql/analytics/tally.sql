count(*) AS posts, max(followers_count) AS followers, sum(engagement) AS engagement,
        count(*) FILTER (WHERE sentiment = 'negative') AS negative,
        count(*) FILTER (WHERE sentiment = 'neutral') AS neutral,
        count(*) FILTER (WHERE sentiment = 'positive') AS positive,
        sum(polarity::double precision) AS polarity, count(polarity) AS scored
