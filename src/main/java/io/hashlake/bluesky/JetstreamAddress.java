package io.hashlake.bluesky;

import java.net.URI;

/** Address of an instance, with what is asked of it. Either wire takes a time as the cursor. */
final class JetstreamAddress {

    private static final String SECOND_WIRE = "subscribeEvents";

    private JetstreamAddress() {}

    /** @param micros time from which on frames are wanted, in microseconds since 1970 */
    static URI of(URI instance, long micros) {
        String wanted = instance.getPath().endsWith(SECOND_WIRE)
                ? "kinds=commit&kinds=account&collections="
                : "wantedCollections=";
        return URI.create(instance + "?" + wanted + FrameParser.POSTS + "&cursor=" + micros);
    }
}
