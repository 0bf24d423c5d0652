package io.hashlake.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.NetworkId;
import io.hashlake.tweet.User;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Makes a {@link User} of an account. Its name with its server is what all servers know it by. */
record AccountReader(ServerTerms terms) {

    /** @throws IllegalArgumentException if it has no name */
    User read(JsonNode account) {
        String name = MastodonStatusReader.required(account, "acct");
        String whole = name.contains("@") ? name : name + "@" + terms.domain();
        String description = MastodonStatusReader.text(account, "note");
        return new User(
                NetworkId.of("acct:" + whole.toLowerCase(Locale.ROOT)),
                whole,
                MastodonStatusReader.text(account, "display_name"),
                createdAt(account),
                false,
                null,
                account.path("locked").asBoolean(),
                new User.Profile(
                        description == null ? null : HtmlText.of(description).text(),
                        null,
                        MastodonStatusReader.text(account, "url"),
                        MastodonStatusReader.text(account, "avatar")),
                new User.Counts(
                        count(account, "followers_count"),
                        count(account, "following_count"),
                        count(account, "statuses_count"),
                        Metrics.UNKNOWN));
    }

    private static Instant createdAt(JsonNode account) {
        try {
            return OffsetDateTime.parse(account.path("created_at").asText()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Some servers send -1 for a count that an account hides. */
    static long count(JsonNode object, String field) {
        return Math.max(Metrics.UNKNOWN, object.path(field).asLong(Metrics.UNKNOWN));
    }
}
