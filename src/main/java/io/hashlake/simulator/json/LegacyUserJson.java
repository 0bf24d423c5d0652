package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.world.Crowd;
import io.hashlake.simulator.world.SimulatedAccount;
import io.hashlake.simulator.world.SimulatedProfile;
import java.io.IOException;
import java.time.Instant;

/** Writes users as version 1.1 did. */
final class LegacyUserJson {

    private static final int VERIFIED = 400;

    private final Crowd crowd;
    private final Instant now;

    LegacyUserJson(Crowd crowd, Instant now) {
        this.crowd = crowd;
        this.now = now;
    }

    void write(JsonGenerator json, SimulatedAccount account) throws IOException {
        SimulatedProfile profile = crowd.profile(account, now);
        json.writeStartObject();
        LegacyJson.writeId(json, "id", account.id());
        json.writeStringField("name", profile.name());
        json.writeStringField("screen_name", account.username());
        json.writeStringField("location", profile.location());
        json.writeStringField("description", profile.description());
        json.writeStringField("url", "https://t.co/" + account.username());
        json.writeBooleanField("protected", false);
        json.writeBooleanField("verified", account.rank() < VERIFIED);
        json.writeNumberField("followers_count", profile.followers());
        json.writeNumberField("friends_count", profile.following());
        json.writeNumberField("listed_count", profile.followers() / 200);
        json.writeNumberField("favourites_count", profile.posts() / 3);
        json.writeNumberField("statuses_count", profile.posts());
        json.writeStringField("created_at", LegacyJson.time(crowd.createdAt(account)));
        json.writeStringField(
                "profile_image_url_https",
                "https://pbs.twimg.com/profile_images/" + account.id() + "/photo_normal.jpg");
        json.writeEndObject();
    }

    /** Writes what a mention says of a user, without the braces around it. */
    void writeMention(JsonGenerator json, SimulatedAccount account) throws IOException {
        json.writeStringField("screen_name", account.username());
        json.writeStringField("name", crowd.profile(account, now).name());
        LegacyJson.writeId(json, "id", account.id());
    }
}
