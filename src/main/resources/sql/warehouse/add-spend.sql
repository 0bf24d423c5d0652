INSERT INTO ops.spend_item (day, source, resource, price_micros, amount)
SELECT ?, source, resource, price, amount FROM unnest(?, ?, ?, ?) AS added (source, resource, price, amount)
ORDER BY source, resource, price
ON CONFLICT (day, source, resource, price_micros) DO UPDATE SET amount = spend_item.amount + excluded.amount
