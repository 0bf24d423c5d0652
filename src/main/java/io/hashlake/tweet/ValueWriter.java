package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;

/** Takes the value of one field after the other. Objects may be null where a field is optional. */
public interface ValueWriter {

    void id(long value);

    void id(Long value);

    /** @param value may be {@link Metrics#UNKNOWN}, which is stored as null */
    void count(long value);

    void flag(Boolean value);

    void real(Double value);

    void timestamp(Instant value);

    void text(String value);

    void ids(List<Long> values);

    void texts(List<String> values);
}
