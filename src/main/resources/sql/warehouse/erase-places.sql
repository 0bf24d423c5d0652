UPDATE twitter.tweet SET place_id = NULL, place_full_name = NULL, place_country_code = NULL, place_type = NULL
WHERE id = ANY (?) AND place_id IS NOT NULL
