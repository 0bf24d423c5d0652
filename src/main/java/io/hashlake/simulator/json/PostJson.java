package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.request.FieldSelection;
import io.hashlake.simulator.world.Details;
import io.hashlake.simulator.world.EditChains;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.SimulatedMedia;
import io.hashlake.simulator.world.World;
import io.hashlake.tweet.Metrics;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Writes posts as X does: only what was asked for, and nothing that a post does not have. */
public final class PostJson {

    /** One post of so many, with all its versions, is a paid partnership. */
    private static final int PAID = 40;

    /** One post of so many is posted to the community. */
    private static final int IN_COMMUNITY = 25;

    private static final String COMMUNITY = "1493446837214187523";

    private final World world;
    private final FieldSelection selection;
    private final Instant now;

    public PostJson(World world, FieldSelection selection, Instant now) {
        this.world = world;
        this.selection = selection;
        this.now = now;
    }

    public void write(JsonGenerator json, Post post) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Long.toString(post.id()));
        json.writeStringField("text", post.text().text());
        writeVersions(json, post);
        writeOrigin(json, post);
        writeRelations(json, post);
        writeMarks(json, post);
        writeDetails(json, post, Details.of(world, post));
        if (asks("attachments") && !SimulatedMedia.of(post).isEmpty()) {
            MediaJson.writeAttachments(json, SimulatedMedia.of(post));
        }
        if (asks("public_metrics")) {
            writeMetrics(json, world.metrics(post.plan(), now));
        }
        json.writeEndObject();
    }

    private void writeVersions(JsonGenerator json, Post post) throws IOException {
        json.writeArrayFieldStart(name("edit_history_tweet_ids"));
        for (long id : world.versions(post.plan(), now)) {
            json.writeString(Long.toString(id));
        }
        json.writeEndArray();
        if (!asks("edit_controls")) {
            return;
        }
        Instant until = world.timeline().createdAt(post.plan().original()).plus(EditChains.EDITABLE);
        json.writeObjectFieldStart("edit_controls");
        json.writeNumberField("edits_remaining", 5 - post.plan().edits());
        json.writeBooleanField("is_edit_eligible", post.plan().kind() == PostKind.ORIGINAL);
        json.writeStringField("editable_until", TimestampWriter.format(until));
        json.writeEndObject();
    }

    private void writeOrigin(JsonGenerator json, Post post) throws IOException {
        if (asks("author_id")) {
            json.writeStringField("author_id", Long.toString(post.author().id()));
        }
        if (asks("created_at")) {
            json.writeStringField("created_at", TimestampWriter.format(post.createdAt()));
        }
        if (asks("lang")) {
            json.writeStringField("lang", post.plan().language().code());
        }
        if (asks("reply_settings")) {
            json.writeStringField("reply_settings", "everyone");
        }
    }

    private void writeRelations(JsonGenerator json, Post post) throws IOException {
        if (asks("conversation_id")) {
            json.writeStringField("conversation_id", Long.toString(post.conversation()));
        }
        if (asks("in_reply_to_user_id") && post.repliedTo() != null) {
            json.writeStringField(
                    "in_reply_to_user_id", Long.toString(post.repliedTo().id()));
        }
        if (asks("referenced_tweets") && post.plan().kind() != PostKind.ORIGINAL) {
            json.writeArrayFieldStart(name("referenced_tweets"));
            json.writeStartObject();
            json.writeStringField("type", post.plan().kind().reference());
            json.writeStringField(
                    "id", Long.toString(world.timeline().id(post.plan().target())));
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void writeMarks(JsonGenerator json, Post post) throws IOException {
        if (asks("display_text_range")) {
            json.writeArrayFieldStart("display_text_range");
            json.writeNumber(0);
            json.writeNumber(post.text().length());
            json.writeEndArray();
        }
        MarkJson marks = new MarkJson(world.crowd());
        if (asks("entities") && !post.text().marks().isEmpty()) {
            marks.write(json, post.text(), true);
        }
        if (asks("note_tweet") && post.isLong()) {
            json.writeObjectFieldStart(name("note_tweet"));
            json.writeStringField("text", post.whole().text());
            marks.write(json, post.whole(), false);
            json.writeEndObject();
        }
    }

    private void writeDetails(JsonGenerator json, Post post, Details details) throws IOException {
        if (asks("source")) {
            json.writeStringField("source", details.source());
        }
        if (asks("possibly_sensitive")) {
            json.writeBooleanField("possibly_sensitive", details.isSensitive());
        }
        if (asks("paid_partnership")) {
            json.writeBooleanField("paid_partnership", post.plan().original() % PAID == 0);
        }
        if (asks("community_id") && post.plan().original() % IN_COMMUNITY == 0) {
            json.writeStringField("community_id", COMMUNITY);
        }
        if (asks("geo") && details.place() != null) {
            json.writeObjectFieldStart("geo");
            json.writeStringField("place_id", details.place().id());
            json.writeEndObject();
        }
        if (asks("withheld") && !details.withheldIn().isEmpty()) {
            writeWithheld(json, details);
        }
        if (asks("context_annotations") && !details.topics().isEmpty()) {
            writeTopics(json, details.topics());
        }
    }

    private void writeWithheld(JsonGenerator json, Details details) throws IOException {
        json.writeObjectFieldStart("withheld");
        json.writeBooleanField("copyright", details.isCopyrighted());
        json.writeArrayFieldStart("country_codes");
        for (String country : details.withheldIn()) {
            json.writeString(country);
        }
        json.writeEndArray();
        json.writeStringField("scope", name("tweet"));
        json.writeEndObject();
    }

    private static void writeTopics(JsonGenerator json, List<Details.Topic> topics) throws IOException {
        json.writeArrayFieldStart("context_annotations");
        for (Details.Topic topic : topics) {
            json.writeStartObject();
            writeNamed(json, "domain", topic.domainId(), topic.domain());
            writeNamed(json, "entity", topic.entityId(), topic.entity());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNamed(JsonGenerator json, String field, String id, String name) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", id);
        json.writeStringField("name", name);
        json.writeEndObject();
    }

    private void writeMetrics(JsonGenerator json, Metrics metrics) throws IOException {
        json.writeObjectFieldStart("public_metrics");
        json.writeNumberField(name("retweet_count"), metrics.retweets());
        json.writeNumberField("reply_count", metrics.replies());
        json.writeNumberField("like_count", metrics.likes());
        json.writeNumberField("quote_count", metrics.quotes());
        json.writeNumberField("bookmark_count", metrics.bookmarks());
        json.writeNumberField("impression_count", metrics.impressions());
        json.writeEndObject();
    }

    private boolean asks(String field) {
        return selection.postFields().contains(field);
    }

    private String name(String tweetName) {
        return selection.vocabulary().name(tweetName);
    }
}
