package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.request.FieldSelection;
import io.hashlake.simulator.world.Crowd;
import io.hashlake.simulator.world.SimulatedAccount;
import io.hashlake.simulator.world.SimulatedProfile;
import java.io.IOException;
import java.time.Instant;

/** Writes users as they are at one moment. */
final class UserJson {

    private static final int BUSINESSES = 20;
    private static final int SUBSCRIBERS = 400;

    private final Crowd crowd;
    private final FieldSelection selection;
    private final Instant now;

    UserJson(Crowd crowd, FieldSelection selection, Instant now) {
        this.crowd = crowd;
        this.selection = selection;
        this.now = now;
    }

    void write(JsonGenerator json, SimulatedAccount account) throws IOException {
        SimulatedProfile profile = crowd.profile(account, now);
        json.writeStartObject();
        json.writeStringField("id", Long.toString(account.id()));
        json.writeStringField("name", profile.name());
        json.writeStringField("username", account.username());
        writeProfile(json, account, profile);
        writeStanding(json, account);
        if (asks("public_metrics")) {
            writeCounts(json, profile);
        }
        json.writeEndObject();
    }

    private void writeProfile(JsonGenerator json, SimulatedAccount account, SimulatedProfile profile)
            throws IOException {
        if (asks("created_at")) {
            json.writeStringField("created_at", TimestampWriter.format(crowd.createdAt(account)));
        }
        if (asks("description")) {
            json.writeStringField("description", profile.description());
        }
        if (asks("location")) {
            json.writeStringField("location", profile.location());
        }
        if (asks("url")) {
            json.writeStringField("url", "https://t.co/" + account.username());
        }
        if (asks("profile_image_url")) {
            json.writeStringField(
                    "profile_image_url", "https://pbs.twimg.com/profile_images/" + account.id() + "/photo_normal.jpg");
        }
    }

    private void writeStanding(JsonGenerator json, SimulatedAccount account) throws IOException {
        if (asks("protected")) {
            json.writeBooleanField("protected", false);
        }
        if (asks("verified")) {
            json.writeBooleanField("verified", account.rank() < SUBSCRIBERS);
        }
        if (asks("verified_type")) {
            String type = account.rank() < SUBSCRIBERS ? "blue" : "none";
            json.writeStringField("verified_type", account.rank() < BUSINESSES ? "business" : type);
        }
    }

    private void writeCounts(JsonGenerator json, SimulatedProfile profile) throws IOException {
        json.writeObjectFieldStart("public_metrics");
        json.writeNumberField("followers_count", profile.followers());
        json.writeNumberField("following_count", profile.following());
        json.writeNumberField(selection.vocabulary().name("tweet_count"), profile.posts());
        json.writeNumberField("listed_count", profile.followers() / 200);
        json.writeEndObject();
    }

    private boolean asks(String field) {
        return selection.userFields().contains(field);
    }
}
