package io.hashlake.acceptance;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.hashlake.Documents;
import io.hashlake.servers.KafkaBroker;
import io.hashlake.servers.SearchServer;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of docs/cases: every command runs as it stands there, and prints what is shown. */
class CasesIT {

    private static final Path CASES = Documents.DOCS.resolve("cases");

    @TempDir
    Path directory;

    @Test
    void aHashtagSearchFillsParquetAndPostgresWithoutDuplicates() throws Exception {
        run("hashtag-search.md", Map.of());
    }

    @Test
    void keywordStreamsFillAPartitionedLakeAndHourlyFacts() throws Exception {
        run("keyword-streams.md", Map.of());
    }

    @Test
    void theSampleStreamGoesThroughKafkaIntoASearchableIndex() throws Exception {
        try (SearchServer index = SearchServer.start(directory.resolve("opensearch"));
                KafkaBroker broker = new KafkaBroker(directory.resolve("kafka")).start()) {
            run(
                    "sample-stream.md",
                    Map.of(
                            "localhost:9092", broker.address(),
                            "http://localhost:9200", index.url().toString()));
        }
    }

    private void run(String page, Map<String, String> addresses) throws IOException, InterruptedException {
        PreparedWarehouse.copyToDataOf(directory);
        try (DocumentedSession session = new DocumentedSession(directory, addresses)) {
            Set<String> notInstalled = session.run(CASES.resolve(page));
            assumeThat(notInstalled).as("programs that are not installed").isEmpty();
        }
    }
}
