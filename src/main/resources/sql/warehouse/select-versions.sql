-- Every version of these posts that any of them lists.
SELECT version FROM twitter.tweet AS edited CROSS JOIN unnest(edited.edit_history) AS version
WHERE cardinality(edited.edit_history) > 1 AND edited.edit_history && ?
