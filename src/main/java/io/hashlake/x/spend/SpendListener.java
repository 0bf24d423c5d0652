package io.hashlake.x.spend;

/** Hears what is asked and read, so that it can be counted. Called by the threads that read; must return at once. */
@FunctionalInterface
public interface SpendListener {

    /** Ignores all events. */
    SpendListener NONE = (source, requests, posts) -> {};

    /** @param source the source, {@code NAME.gaps} for what fills its gaps, or {@link SpendGuard#STREAMS} */
    void spent(String source, long requests, long posts);
}
