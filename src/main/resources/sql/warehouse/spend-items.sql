SELECT day, source, resource, price_micros, amount
FROM ops.spend_item WHERE day >= ? AND day < ? AND source <> 'x:reserved' AND amount <> 0
ORDER BY day DESC, source, resource, price_micros
LIMIT ?
