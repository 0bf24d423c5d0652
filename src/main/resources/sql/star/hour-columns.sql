hour, date_key, time_key, posts, authors, reach, engagement, negative, neutral, positive, mean_polarity
