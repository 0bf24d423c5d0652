    id, created_at, author_id, text, language, conversation_id, in_reply_to_user_id, retweeted_id, quoted_id, replied_to_id,
    mentions, urls, cashtags, annotations, topics,
    retweet_count, reply_count, like_count, quote_count, bookmark_count, impression_count,
    possibly_sensitive, client, place_id, place_full_name, place_country_code, place_type, edit_history,
    withheld_copyright, withheld_countries, withheld_scope, followed, observed_at, first_seen_at,
    clean_text, emojis, text_language, polarity, subjectivity, sentiment
