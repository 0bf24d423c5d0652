package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.truth.BilledDay;
import io.hashlake.simulator.truth.StreamDelivery;
import io.hashlake.simulator.truth.StreamSession;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.tweet.Metrics;
import java.io.IOException;
import java.time.Instant;

/** Writes true posts, what went out over streams, and what is billed. */
public final class TruthJson {

    private TruthJson() {}

    public static void write(JsonGenerator json, TruePost post) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Long.toString(post.id()));
        json.writeStringField("created_at", TimestampWriter.format(post.createdAt()));
        json.writeArrayFieldStart("hashtags");
        for (String hashtag : post.hashtags()) {
            json.writeString(hashtag);
        }
        json.writeEndArray();
        if (!post.deletedAt().equals(Instant.MAX)) {
            json.writeStringField("deleted_at", TimestampWriter.format(post.deletedAt()));
        }
        json.writeNumberField("times_served", post.timesServed());
        if (post.lastServed() != null) {
            json.writeStringField("last_served", TimestampWriter.format(post.lastServed()));
            writeMetrics(json, post.lastMetrics());
        }
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, StreamDelivery delivery) throws IOException {
        json.writeStartObject();
        json.writeNumberField("session", delivery.session());
        json.writeStringField("id", Long.toString(delivery.id()));
        json.writeStringField("created_at", TimestampWriter.format(delivery.createdAt()));
        json.writeStringField("served_at", TimestampWriter.format(delivery.servedAt()));
        json.writeArrayFieldStart("tags");
        for (String tag : delivery.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, BilledDay day) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", day.day().toString());
        json.writeNumberField("posts", day.posts());
        json.writeNumberField("included_posts", day.includedPosts());
        json.writeNumberField("users", day.users());
        json.writeNumberField("counts", day.counts());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, StreamSession session) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", session.number());
        json.writeStringField("path", session.path());
        json.writeStringField("opened", TimestampWriter.format(session.opened()));
        if (session.closed() != null) {
            json.writeStringField("closed", TimestampWriter.format(session.closed()));
            json.writeStringField("outcome", session.outcome());
        }
        json.writeNumberField("posts", session.posts());
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
