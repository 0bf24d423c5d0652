INSERT INTO dw.dim_date
    (date_key, date, year, quarter, month, day, iso_year, iso_week, day_of_week, is_weekend)
SELECT to_char(date, 'YYYYMMDD')::integer, date,
       extract(year FROM date), extract(quarter FROM date), extract(month FROM date), extract(day FROM date),
       extract(isoyear FROM date), extract(week FROM date), extract(isodow FROM date), extract(isodow FROM date) >= 6
FROM (SELECT DISTINCT local_time::date AS date FROM slice_tweet) AS needed
WHERE NOT EXISTS (SELECT FROM dw.dim_date WHERE dim_date.date = needed.date);
