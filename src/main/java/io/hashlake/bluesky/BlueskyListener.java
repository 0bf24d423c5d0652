package io.hashlake.bluesky;

/** Hears what happens to the stream, so that it can be counted. Must return at once. */
public interface BlueskyListener {

    /** Ignores all events. */
    BlueskyListener NONE = new BlueskyListener() {};

    default void connected() {}

    /** @param type {@code silent}, {@code network}, {@code refused} or {@code stopped} */
    default void disconnected(String type) {}

    /** Somebody deleted a post, followed or not, or an account with all of its posts went away. */
    default void deleted() {}
}
