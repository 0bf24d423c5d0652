package io.hashlake.bus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Every schema with which tweets were ever written, oldest first. What was written with one of them can always be read. */
final class SchemaHistory {

    /** The number of files {@code avro/tweet-vN.avsc}. */
    private static final int VERSIONS = 2;

    private final List<Schema> versions;
    private final Map<Long, Schema> byFingerprint = new HashMap<>();

    SchemaHistory(List<Schema> versions) {
        this.versions = List.copyOf(versions);
        versions.forEach(schema -> byFingerprint.put(fingerprint(schema), schema));
    }

    /** The schemas that come with the application. */
    static SchemaHistory kept() {
        return new SchemaHistory(IntStream.rangeClosed(1, VERSIONS)
                .mapToObj(SchemaHistory::version)
                .toList());
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

    private static Schema version(int number) {
        String name = "/avro/tweet-v" + number + ".avsc";
        try (InputStream file = SchemaHistory.class.getResourceAsStream(name)) {
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
