package io.hashlake.kinesis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.tweet.Field;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import io.hashlake.tweet.ValueWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * Writes a post as a JSON object with the lake's columns, which Firehose turns into Parquet by Glue's table: ids are numbers, times
 * are microseconds since 1970, what has no value is left out.
 */
final class RecordWriter implements ValueWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_BYTES = 2_048;
    private static final long MICROS = 1_000_000;

    private final JsonGenerator json;

    private String name;

    private RecordWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(Tweet post) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            RecordWriter out = new RecordWriter(json);
            for (Field<Tweet, ?> field : TweetFields.ALL) {
                out.name = field.name();
                field.value().write(post, out);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void id(long value) {
        write(() -> json.writeNumberField(name, value));
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
            id(value);
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
            id(Math.addExact(Math.multiplyExact(value.getEpochSecond(), MICROS), value.getNano() / 1_000));
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
        array(values, json::writeNumber);
    }

    @Override
    public void texts(List<String> values) {
        array(values, value -> json.writeString(StorableText.of(value)));
    }

    /** As in the lake, an empty list stands for none. */
    private <T> void array(List<T> values, Element<T> element) {
        write(() -> {
            json.writeArrayFieldStart(name);
            for (T value : values == null ? List.<T>of() : values) {
                element.write(value);
            }
            json.writeEndArray();
        });
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Element<T> {
        void write(T value) throws IOException;
    }

    private interface Writing {
        void run() throws IOException;
    }
}
