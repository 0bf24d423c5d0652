(fact.created_at < :skip_from OR fact.created_at >= :skip_to)
