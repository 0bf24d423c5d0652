sum(posts)::bigint AS posts, sum(negative)::bigint AS negative, sum(neutral)::bigint AS neutral,
        sum(positive)::bigint AS positive
