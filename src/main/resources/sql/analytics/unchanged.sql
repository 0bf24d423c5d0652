fact.created_at >= :from AND fact.created_at < :to
        -- Most changes are recent, and so one comparison settles most facts.
        AND (fact.created_at < (SELECT coalesce(min(hour), 'infinity') FROM changed)
            OR date_bin('1 hour', fact.created_at, timestamptz 'epoch') NOT IN (SELECT hour FROM changed))
