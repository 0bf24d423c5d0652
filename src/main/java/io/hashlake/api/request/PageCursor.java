package io.hashlake.api.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ended, as an opaque text. */
public record PageCursor(long sortKey, long id) {

    public static final String ALLOWED = "the cursor of a link to a next page, unchanged";

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
