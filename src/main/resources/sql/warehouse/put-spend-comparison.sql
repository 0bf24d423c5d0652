INSERT INTO ops.spend_comparison (day, counted, billed, compared_at)
SELECT usage.day,
       coalesce((SELECT sum(amount) FROM ops.spend_item item
                 WHERE item.day = usage.day AND resource = 'post' AND source <> 'x:reserved'), 0),
       usage.billed, ?
FROM unnest(?, ?) AS usage (day, billed)
ON CONFLICT (day) DO UPDATE
SET counted = excluded.counted, billed = excluded.billed, compared_at = excluded.compared_at
