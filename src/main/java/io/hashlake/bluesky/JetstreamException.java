package io.hashlake.bluesky;

import java.io.IOException;

/** The connection ended or was refused; try again later. */
final class JetstreamException extends IOException {

    private final String type;

    /** @param type as {@link BlueskyListener#disconnected} names it */
    JetstreamException(String type, String message) {
        super(message);
        this.type = type;
    }

    String type() {
        return type;
    }
}
