1 AS posts, (tweet.sentiment IS NOT DISTINCT FROM 'negative')::integer AS negative,
        (tweet.sentiment IS NOT DISTINCT FROM 'neutral')::integer AS neutral,
        (tweet.sentiment IS NOT DISTINCT FROM 'positive')::integer AS positive
