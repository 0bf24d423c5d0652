package io.hashlake.index;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Writes values as fields of a JSON object; one without a value is left out. Ids are texts, as in the API. */
final class FieldWriter implements ValueWriter {

    private final JsonGenerator json;
    private String name;

    FieldWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Sets the name of the value that comes next. */
    void name(String next) {
        name = next;
    }

    @Override
    public void id(long value) {
        write(() -> json.writeStringField(name, Long.toString(value)));
    }

    @Override
    public void id(Long value) {
        if (value != null) {
            id(value.longValue());
        }
    }

    @Override
    public void count(long value) {
        if (value != Metrics.UNKNOWN) {
            write(() -> json.writeNumberField(name, value));
        }
    }

    @Override
    public void flag(Boolean value) {
        if (value != null) {
            write(() -> json.writeBooleanField(name, value));
        }
    }

    @Override
    public void real(Double value) {
        if (value != null) {
            write(() -> json.writeNumberField(name, value));
        }
    }

    @Override
    public void timestamp(Instant value) {
        if (value != null) {
            write(() -> json.writeStringField(name, value.toString()));
        }
    }

    @Override
    public void text(String value) {
        if (value != null) {
            write(() -> json.writeStringField(name, StorableText.of(value)));
        }
    }

    @Override
    public void ids(List<Long> values) {
        texts(values == null ? null : values.stream().map(String::valueOf).toList());
    }

    @Override
    public void texts(List<String> values) {
        if (values != null && !values.isEmpty()) {
            write(() -> writeArray(values));
        }
    }

    private void writeArray(List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(StorableText.of(value));
        }
        json.writeEndArray();
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
