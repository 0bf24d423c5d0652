changed
    -- OFFSET makes it look up hour by hour: that these are few, the planner cannot know.
    CROSS JOIN LATERAL (
        SELECT * FROM twitter.tweet
        WHERE tweet.created_at >= greatest(changed.hour, :from)
            AND tweet.created_at < least(changed.hour + interval '1 hour', :to)
            AND tweet.superseded_by IS NULL
        OFFSET 0) AS tweet
