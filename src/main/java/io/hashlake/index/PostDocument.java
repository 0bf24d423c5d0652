package io.hashlake.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.tweet.Field;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A post as the two lines that a bulk request has for it. Its version is the microsecond of its observation: it only grows, and
 * is the same wherever the observation is read again.
 */
final class PostDocument {

    private static final JsonFactory FACTORY = new JsonFactory();

    private PostDocument() {}

    static byte[] lines(Tweet tweet, String alias) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(2_048);
        try {
            try (JsonGenerator action = line(lines)) {
                writeAction(tweet, alias, action);
            }
            lines.write('\n');
            try (JsonGenerator document = line(lines)) {
                writeDocument(tweet, document);
            }
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return lines.toByteArray();
    }

    /** Returns the name of the month's index. */
    static String index(Tweet tweet, String alias) {
        YearMonth month = YearMonth.from(tweet.createdAt().atOffset(ZoneOffset.UTC));
        return "%s-%04d.%02d".formatted(alias, month.getYear(), month.getMonthValue());
    }

    static long version(Tweet tweet) {
        return Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, tweet.observedAt()));
    }

    private static JsonGenerator line(ByteArrayOutputStream target) throws IOException {
        return FACTORY.createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private static void writeAction(Tweet tweet, String alias, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("index");
        json.writeStringField("_index", index(tweet, alias));
        json.writeStringField("_id", Long.toString(tweet.id()));
        json.writeNumberField("version", version(tweet));
        json.writeStringField("version_type", "external_gte");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeDocument(Tweet tweet, JsonGenerator json) throws IOException {
        json.writeStartObject();
        FieldWriter fields = new FieldWriter(json);
        for (Field<Tweet, ?> field : TweetFields.ALL) {
            fields.name(field.name());
            field.value().write(tweet, fields);
        }
        String language = language(tweet);
        if (TextLanguages.has(language)) {
            json.writeObjectFieldStart(IndexTemplate.STEMMED);
            json.writeStringField(language, StorableText.of(tweet.text()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Returns the language of the text: what was detected, or else what X says. */
    private static String language(Tweet tweet) {
        boolean isDetected = tweet.analysis() != null && tweet.analysis().language() != null;
        return isDetected ? tweet.analysis().language() : tweet.language();
    }
}
