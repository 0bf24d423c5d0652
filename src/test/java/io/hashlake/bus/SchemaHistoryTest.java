package io.hashlake.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

class SchemaHistoryTest {

    /** Of each released version. A released file never changes; a new one gets a new entry. */
    private static final List<String> RELEASED = List.of("937efc381fa42eb8", "e8e157e7de9c3066");

    private final SchemaHistory history = SchemaHistory.kept();

    @Test
    void aReleasedSchemaIsWhatItWas() {
        assertThat(history.versions())
                .extracting(schema -> Long.toHexString(SchemaHistory.fingerprint(schema)))
                .startsWith(RELEASED.get(0), RELEASED.get(1))
                .containsAll(RELEASED);
    }

    @Test
    void theNewestSchemaReadsWhatEveryEarlierOneWrote() {
        assertThat(history.versions()).allSatisfy(version -> assertThat(
                        SchemaCompatibility.checkReaderWriterCompatibility(history.newest(), version)
                                .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE));
    }

    @Test
    void everyFileIsAVersion() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/avro"))) {
            long numberOfFiles = files.count();
            assertThat(numberOfFiles).isEqualTo(RELEASED.size());
            for (int number = 1; number <= numberOfFiles; number++) {
                assertThat(history.versions()).contains(SchemaHistory.version(number));
            }
        }
    }
}
