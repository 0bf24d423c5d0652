package io.hashlake.bus;

import io.hashlake.tweet.AddedField;
import io.hashlake.tweet.TweetFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every schema with which tweets were ever written, oldest first. What was written with one of them can always be read. From the
 * second on, each has one field more than the one before it.
 */
final class SchemaHistory {

    /** Versions with nested records, whose files {@code avro/tweet-vN.avsc} are read. */
    private static final int NESTED = 2;

    private final List<Schema> versions;
    private final Map<Long, Schema> byFingerprint = new HashMap<>();

    SchemaHistory(List<Schema> versions) {
        this.versions = List.copyOf(versions);
        versions.forEach(schema -> byFingerprint.put(fingerprint(schema), schema));
    }

    /** The schemas that this build knows. */
    static SchemaHistory kept() {
        List<Schema> versions = new ArrayList<>();
        IntStream.rangeClosed(1, NESTED).mapToObj(SchemaHistory::version).forEach(versions::add);
        for (AddedField<?> added : TweetFields.ADDED) {
            versions.add(AddedSchema.append(versions.get(versions.size() - 1), added.field()));
        }
        return new SchemaHistory(versions);
    }

    List<Schema> versions() {
        return versions;
    }

    Schema newest() {
        return versions.get(versions.size() - 1);
    }

    Optional<Schema> withFingerprint(long fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }

    /** CRC-64-AVRO of the schema's parsing canonical form. */
    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    static Schema version(int number) {
        String name = "/avro/tweet-v" + number + ".avsc";
        try (InputStream file = SchemaHistory.class.getResourceAsStream(name)) {
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
