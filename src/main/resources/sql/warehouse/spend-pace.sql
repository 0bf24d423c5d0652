SELECT min(day), coalesce(sum(amount * price_micros), 0)::bigint
FROM ops.spend_item WHERE day >= ? AND day < ? AND source <> 'x:reserved' AND amount <> 0
