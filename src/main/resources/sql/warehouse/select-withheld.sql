SELECT id FROM twitter.tweet WHERE withheld_countries IS NOT NULL AND withheld_countries && ?
