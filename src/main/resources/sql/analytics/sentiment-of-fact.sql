1 AS posts, (fact.sentiment IS NOT DISTINCT FROM 'negative')::integer AS negative,
        (fact.sentiment IS NOT DISTINCT FROM 'neutral')::integer AS neutral,
        (fact.sentiment IS NOT DISTINCT FROM 'positive')::integer AS positive
