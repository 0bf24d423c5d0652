SELECT day, counted, billed, compared_at FROM ops.spend_comparison WHERE day >= ? AND day < ? ORDER BY day DESC
