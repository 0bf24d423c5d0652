    id, username, name, created_at, verified, verified_type, protected, description, location, url, profile_image_url,
    followers_count, following_count, tweet_count, listed_count, observed_at
