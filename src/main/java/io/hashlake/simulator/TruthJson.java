package io.hashlake.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.tweet.Metrics;
import java.io.IOException;

/** Writes true posts. */
final class TruthJson {

    private TruthJson() {}

    static void write(JsonGenerator json, TruePost post) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Long.toString(post.id()));
        json.writeStringField("created_at", Timestamps.format(post.createdAt()));
        json.writeArrayFieldStart("hashtags");
        for (String hashtag : post.hashtags()) {
            json.writeString(hashtag);
        }
        json.writeEndArray();
        json.writeNumberField("times_served", post.timesServed());
        if (post.lastServed() != null) {
            json.writeStringField("last_served", Timestamps.format(post.lastServed()));
            writeMetrics(json, post.lastMetrics());
        }
        json.writeEndObject();
    }

    private static void writeMetrics(JsonGenerator json, Metrics metrics) throws IOException {
        json.writeObjectFieldStart("last_metrics");
        json.writeNumberField("retweet_count", metrics.retweets());
        json.writeNumberField("reply_count", metrics.replies());
        json.writeNumberField("like_count", metrics.likes());
        json.writeNumberField("quote_count", metrics.quotes());
        json.writeNumberField("bookmark_count", metrics.bookmarks());
        json.writeNumberField("impression_count", metrics.impressions());
        json.writeEndObject();
    }
}
