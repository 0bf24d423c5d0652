fact.hour >= :whole_from AND fact.hour < :whole_to AND fact.hour NOT IN (SELECT hour FROM changed)
