-- What of the period lies outside of the whole hours.
edge AS (
    SELECT * FROM (VALUES (:from::timestamptz, :whole_from::timestamptz), (:whole_to, :to)) AS part (first, next)
    WHERE first < next
)
