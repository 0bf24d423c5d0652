package io.hashlake.x.stream;

/** Hears what happens to streams, so that it can be counted. Called by the threads of a hub; must return at once. */
public interface StreamListener {

    /** Ignores all events. */
    StreamListener NONE = new StreamListener() {};

    /** @param stream {@code filtered} or {@code sample} */
    default void connected(String stream) {}

    /**
     * @param type {@code ended}, {@code silent}, {@code network}, {@code budget}, {@code stopped}, {@code unknown}, or X's {@code disconnect_type}
     *     in lower case with underscores, as {@code upstream_operational_disconnect}
     */
    default void disconnected(String stream, String type) {}

    /** An unexpected error cost a source posts, which are declared as missing. */
    default void failed(String stream) {}

    /** Posts arrived that no source follows: a rule was changed, or belongs to another deployment. */
    default void dropped(String stream, int posts) {}
}
