package io.hashlake.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * New posts of a page.
 *
 * @param end position behind it
 * @param size number of statuses that the server sent
 */
record TagPage(StatusPosition end, int size, List<Tweet> posts, List<Rejected> rejected, List<Payload> payloads) {

    private static final int KEPT_OF_BROKEN = 65_536;

    /** @throws IOException if the page leads nowhere: nothing in it is newer than what was asked for */
    static TagPage of(MastodonClient.Page page, MastodonSource source, MastodonServices services) throws IOException {
        Instant now = services.clock().instant();
        StatusPosition end = source.position();
        List<Tweet> posts = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (JsonNode status : page.statuses()) {
            StatusPosition id = id(status);
            if (id != null && id.compareTo(source.position()) <= 0) {
                continue;
            }
            end = id != null && id.compareTo(end) > 0 ? id : end;
            try {
                posts.add(source.post(status, now));
            } catch (IllegalArgumentException e) {
                rejected.add(new Rejected(now, source.name(), Rejected.Stage.PARSE, e.getMessage(), kept(status)));
            }
        }
        int size = page.statuses().size();
        if (size > 0 && end.equals(source.position())) {
            throw new IOException(source.host() + " answered with " + size + " posts, none of which is newer than id '"
                    + source.position().id() + "', behind which it was asked to begin");
        }
        List<Payload> payloads =
                services.keepsPayloads() && size > 0 ? List.of(new Payload(now, page.body())) : List.of();
        return new TagPage(end.isNone() ? StatusPosition.ZERO : end, size, posts, rejected, payloads);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Null where there is none that could be a position. */
    private static StatusPosition id(JsonNode status) {
        try {
            return status.path("id").asText().isEmpty()
                    ? null
                    : new StatusPosition(status.path("id").asText());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String kept(JsonNode status) {
        String text = status.toString();
        return text.substring(0, Math.min(text.length(), KEPT_OF_BROKEN));
    }
}
