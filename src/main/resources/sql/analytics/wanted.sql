wanted AS MATERIALIZED (SELECT unnest(:hashtags::text[]) COLLATE "C" AS hashtag)
