SELECT period.place,
       coalesce(sum(amount) FILTER (WHERE resource = 'post'), 0),
       coalesce(sum(amount * price_micros), 0)::bigint
FROM unnest(?, ?, ?) AS period (place, first, next)
LEFT JOIN ops.spend_item ON day >= first AND day < next AND source <> ?
GROUP BY period.place
