package io.hashlake.api.value;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** End of a page, as an opaque text. */
public record PageCursor(long sortKey, long id) {

    /** Meaning of the parameter, for the API's description. */
    public static final String MEANING = "Where the page begins: from the link to it, unchanged";

    public static final String EXAMPLE = "MTc2NzIyNTYwMDAwMDAwMDox";

    public static final String ALLOWED = "the cursor of a link to a next page, unchanged";

    /** The cursor of a list that is sorted by time. */
    public static PageCursor of(Instant time, long id) {
        return new PageCursor(ChronoUnit.MICROS.between(Instant.EPOCH, time), id);
    }

    public Instant time() {
        return Instant.EPOCH.plus(sortKey, ChronoUnit.MICROS);
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sortKey + ":" + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException if it is none */
    public static PageCursor decode(String text) {
        String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        int colon = decoded.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return new PageCursor(
                Long.parseLong(decoded.substring(0, colon)), Long.parseLong(decoded.substring(colon + 1)));
    }
}
