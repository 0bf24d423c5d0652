package io.hashlake.mastodon;

import java.io.IOException;

/** A server does not show the timeline to the public; nothing but its administrators can change that. */
final class ClosedServerException extends IOException {

    ClosedServerException(String message) {
        super(message);
    }
}
