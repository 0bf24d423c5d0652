coalesce(sum(posts), 0)::bigint AS posts, count(*) AS authors,
    least(coalesce(sum(followers), 0), 9223372036854775807)::bigint AS reach,
    least(coalesce(sum(engagement), 0), 9223372036854775807)::bigint AS engagement,
    coalesce(sum(negative), 0)::bigint AS negative, coalesce(sum(neutral), 0)::bigint AS neutral,
    coalesce(sum(positive), 0)::bigint AS positive,
    sum(polarity) / nullif(sum(scored), 0)::double precision AS mean_polarity
