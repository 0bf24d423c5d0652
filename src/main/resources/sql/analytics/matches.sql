tweet.superseded_by IS NULL
        AND (:from::timestamptz IS NULL OR tweet.created_at >= :from::timestamptz)
        AND (:to::timestamptz IS NULL OR tweet.created_at < :to::timestamptz)
        AND (:before_at::timestamptz IS NULL
            OR (tweet.created_at, tweet.id) < (:before_at::timestamptz, :before_id::bigint))
        AND (:author::text IS NULL
            OR tweet.author_id = ANY (ARRAY(SELECT id FROM twitter."user" WHERE lower(username) = lower(:author::text))))
        AND (:language::text IS NULL OR {language} = :language::text)
        AND (:sentiment::text IS NULL OR tweet.sentiment = :sentiment::text)
        AND (:network::text IS NULL OR tweet.network = :network::text)
        AND (:text::text IS NULL OR twitter.folded(tweet.text) LIKE ALL (twitter.word_patterns(:text::text))
            AND twitter.words(tweet.text) @@ twitter.all_words(:text::text))
        AND (:phrase::text IS NULL OR twitter.folded(tweet.text) LIKE ALL (twitter.word_patterns(:phrase::text))
            AND twitter.words(tweet.text) @@ phraseto_tsquery('simple', twitter.plain_words(:phrase::text)))
