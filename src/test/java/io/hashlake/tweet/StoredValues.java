package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;

/** Remembers what a field hands to a store. */
public final class StoredValues implements ValueWriter {

    private Object value;

    private StoredValues() {}

    /** The value of a post's field; null where it has none. */
    public static Object of(Field<Tweet, ?> field, Tweet tweet) {
        StoredValues writer = new StoredValues();
        field.value().write(tweet, writer);
        return writer.value;
    }

    @Override
    public void id(long id) {
        value = id;
    }

    @Override
    public void id(Long id) {
        value = id;
    }

    @Override
    public void count(long count) {
        value = count == Metrics.UNKNOWN ? null : (Long) count;
    }

    @Override
    public void flag(Boolean flag) {
        value = flag;
    }

    @Override
    public void real(Double real) {
        value = real;
    }

    @Override
    public void timestamp(Instant timestamp) {
        value = timestamp;
    }

    @Override
    public void text(String text) {
        value = text;
    }

    @Override
    public void ids(List<Long> ids) {
        value = ids;
    }

    @Override
    public void texts(List<String> texts) {
        value = texts;
    }
}
