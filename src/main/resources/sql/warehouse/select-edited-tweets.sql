-- The known tweets that list any of these ids as a version. The ids are looked up in the index 50 at a time, since it compares
-- each of a list with all others first.
WITH wanted AS (
    SELECT array_agg(id) AS ids FROM unnest(?) WITH ORDINALITY AS tweet (id, place) GROUP BY place / 50
)
SELECT edited.id, edited.edit_history
FROM wanted JOIN twitter.tweet AS edited ON cardinality(edited.edit_history) > 1 AND edited.edit_history && wanted.ids
