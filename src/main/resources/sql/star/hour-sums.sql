hour, min(date_key), min(time_key) / 100 * 100, sum(posts), count(*),
       least(sum(followers), 9223372036854775807), least(sum(engagement), 9223372036854775807),
       sum(negative), sum(neutral), sum(positive), sum(polarity) / nullif(sum(polarities), 0)
