coalesce(sum(posts), 0)::bigint AS posts, count(*) AS authors, coalesce(sum(followers), 0)::bigint AS reach,
    coalesce(sum(engagement), 0)::bigint AS engagement, coalesce(sum(negative), 0)::bigint AS negative,
    coalesce(sum(neutral), 0)::bigint AS neutral, coalesce(sum(positive), 0)::bigint AS positive,
    sum(polarity) / nullif(sum(scored), 0)::double precision AS mean_polarity
