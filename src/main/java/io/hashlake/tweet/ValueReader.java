package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;

/** Gives back what a {@link ValueWriter} took: objects, null where there was no value. */
public interface ValueReader {

    Long id();

    /** {@link Metrics#UNKNOWN} where there was none. */
    Long count();

    Boolean flag();

    Double real();

    Instant timestamp();

    String text();

    List<Long> ids();

    List<String> texts();
}
