package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.world.Details;
import io.hashlake.simulator.world.Mark;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.Text;
import io.hashlake.simulator.world.TextDraft;
import io.hashlake.simulator.world.World;
import io.hashlake.tweet.Metrics;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Writes posts as version 1.1 did. */
public final class LegacyJson {

    private static final int COMPATIBLE = 140;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Map<Mark.Type, String> ENTITIES = Map.of(
            Mark.Type.HASHTAGS, "hashtags",
            Mark.Type.CASHTAGS, "symbols",
            Mark.Type.MENTIONS, "user_mentions",
            Mark.Type.URLS, "urls");

    private final World world;
    private final LegacyUserJson users;
    private final boolean isExtended;
    private final Instant now;

    /** Posts as they are at one time; extended ones come with their whole text. */
    public LegacyJson(World world, boolean isExtended, Instant now) {
        this.world = world;
        this.users = new LegacyUserJson(world.crowd(), now);
        this.isExtended = isExtended;
        this.now = now;
    }

    public static void writeId(JsonGenerator json, String field, long id) throws IOException {
        json.writeNumberField(field, id);
        json.writeStringField(field + "_str", Long.toString(id));
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    public void write(JsonGenerator json, Post post) throws IOException {
        json.writeStartObject();
        writeId(json, "id", post.id());
        json.writeStringField("created_at", time(post.createdAt()));
        writeText(json, post);
        writeReply(json, post);
        json.writeFieldName("user");
        users.write(json, post.author());
        writeReferences(json, post);
        writeDetails(json, Details.of(world, post));
        writeCounts(json, world.metrics(post.plan(), now));
        json.writeStringField("lang", post.plan().language().code());
        json.writeEndObject();
    }

    private void writeText(JsonGenerator json, Post post) throws IOException {
        boolean isCut = !isExtended && post.text().length() > COMPATIBLE;
        Text text = isCut
                ? new TextDraft()
                        .append(post.text().upTo(COMPATIBLE - 1))
                        .add("…")
                        .finish()
                : post.text();
        json.writeStringField(isExtended ? "full_text" : "text", text.text());
        json.writeBooleanField("truncated", isCut);
        if (isExtended) {
            json.writeArrayFieldStart("display_text_range");
            json.writeNumber(0);
            json.writeNumber(text.length());
            json.writeEndArray();
        }
        json.writeObjectFieldStart("entities");
        for (Map.Entry<Mark.Type, String> kind : ENTITIES.entrySet()) {
            json.writeArrayFieldStart(kind.getValue());
            for (Mark mark : text.marks()) {
                if (mark.type() == kind.getKey()) {
                    writeMark(json, text, mark);
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeMark(JsonGenerator json, Text text, Mark mark) throws IOException {
        json.writeStartObject();
        switch (mark.type()) {
            case MENTIONS -> users.writeMention(json, world.crowd().account(mark.value()));
            case URLS -> {
                json.writeStringField("url", text.covered(mark));
                json.writeStringField("expanded_url", mark.value());
                json.writeStringField("display_url", mark.value().substring("https://".length()));
            }
            default -> json.writeStringField("text", mark.value());
        }
        json.writeArrayFieldStart("indices");
        json.writeNumber(mark.start());
        json.writeNumber(mark.end());
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeReply(JsonGenerator json, Post post) throws IOException {
        if (post.repliedTo() != null) {
            writeId(
                    json,
                    "in_reply_to_status_id",
                    world.timeline().id(post.plan().target()));
            writeId(json, "in_reply_to_user_id", post.repliedTo().id());
            json.writeStringField("in_reply_to_screen_name", post.repliedTo().username());
        } else {
            json.writeNullField("in_reply_to_status_id");
            json.writeNullField("in_reply_to_user_id");
            json.writeNullField("in_reply_to_screen_name");
        }
    }

    private void writeReferences(JsonGenerator json, Post post) throws IOException {
        PostKind kind = post.plan().kind();
        json.writeBooleanField("is_quote_status", kind == PostKind.QUOTE);
        if (kind == PostKind.REPOST || kind == PostKind.QUOTE) {
            Post target = world.post(world.target(post.plan()));
            if (kind == PostKind.QUOTE) {
                writeId(json, "quoted_status_id", target.id());
            }
            json.writeFieldName(kind == PostKind.QUOTE ? "quoted_status" : "retweeted_status");
            write(json, target);
        }
    }

    private static void writeDetails(JsonGenerator json, Details details) throws IOException {
        json.writeStringField("source", "<a href=\"https://x.com\" rel=\"nofollow\">" + details.source() + "</a>");
        json.writeBooleanField("possibly_sensitive", details.isSensitive());
        json.writeNullField("geo");
        json.writeNullField("coordinates");
        json.writeNullField("contributors");
        if (details.place() == null) {
            json.writeNullField("place");
        } else {
            json.writeObjectFieldStart("place");
            json.writeStringField("id", details.place().id());
            json.writeStringField("name", details.place().name());
            json.writeStringField("full_name", details.place().fullName());
            json.writeStringField("place_type", details.place().type());
            json.writeStringField("country", details.place().country());
            json.writeStringField("country_code", details.place().countryCode());
            json.writeEndObject();
        }
    }

    private static void writeCounts(JsonGenerator json, Metrics metrics) throws IOException {
        json.writeNumberField("retweet_count", metrics.retweets());
        json.writeNumberField("favorite_count", metrics.likes());
        json.writeBooleanField("favorited", false);
        json.writeBooleanField("retweeted", false);
    }
}
