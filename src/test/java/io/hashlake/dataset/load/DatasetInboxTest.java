package io.hashlake.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class DatasetInboxTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path directory;

    private LoadedFiles files;
    private DatasetInbox inbox;

    @BeforeEach
    void declare() throws IOException {
        files = new LoadedFiles(directory);
        files.declare("houses", """
                files: "*houses*.csv"
                key: [id]
                columns:
                  - {name: id, type: integer}
                """);
        files.declare("flats", """
                files: "*flats*.csv"
                key: [id]
                columns:
                  - {name: id, type: integer}
                  - {name: house, type: integer, references: houses}
                """);
        DatasetsConfig config = TestConfig.of(DatasetsConfig.class, "directory=" + directory, "settle-time=5s");
        inbox = new DatasetInbox(files.loader(), config, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void put(String name, String content, Duration age) throws IOException {
        Files.setLastModifiedTime(files.write(name, content), FileTime.from(NOW.minus(age)));
    }

    private List<String> names(String in) throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve(in))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void loadsFilesInTheOrderOfTheirReferences() throws Exception {
        put("a-flats.csv", "id,house\n1,1\n", Duration.ofMinutes(1));
        put("b-houses.csv", "id\n1\n", Duration.ofMinutes(1));

        assertThat(inbox.run()).isEqualTo("2 files loaded, 0 reports exported");

        assertThat(files.reasons()).isEmpty();
        assertThat(names("done")).containsExactly("a-flats.csv", "b-houses.csv");
    }

    @Test
    void waitsForFilesThatAreBeingWrittenAndForWhatRefersToThem() throws Exception {
        put("flats.csv", "id,house\n1,1\n", Duration.ofMinutes(1));
        put("houses.csv", "id\n", Duration.ofSeconds(2));
        assertThat(inbox.run()).isEqualTo("0 files loaded, 0 reports exported");

        put("houses.csv", "id\n1\n", Duration.ofSeconds(6));
        assertThat(inbox.run()).isEqualTo("2 files loaded, 0 reports exported");
        assertThat(files.reasons()).isEmpty();
    }

    @Test
    void movesRefusedFilesAwayAndLeavesThoseOfNoDataset() throws Exception {
        put("houses.csv", "", Duration.ofMinutes(1));
        put("houses-and-flats.csv", "id\n1\n", Duration.ofMinutes(1));
        put("notes.txt", "x", Duration.ofMinutes(1));
        put(".houses.csv", "id\n1\n", Duration.ofMinutes(1));

        inbox.run();

        assertThat(names("failed")).containsExactly("houses.csv");
        assertThat(names(".")).contains("houses-and-flats.csv", "notes.txt", ".houses.csv");
        assertThat(files.rows("SELECT count(*) AS n FROM dataset.houses")).containsExactly(Map.of("n", 0L));
    }

    @Test
    void keepsFilesOfOneNameApart() throws Exception {
        put("houses.csv", "id\n1\n", Duration.ofMinutes(1));
        inbox.run();
        put("houses.csv", "id\n2\n", Duration.ofMinutes(1));
        inbox.run();

        assertThat(names("done")).containsExactly("houses.csv", "houses.csv-2");
        assertThat(files.rows("SELECT count(*) AS n FROM dataset.houses")).containsExactly(Map.of("n", 2L));
    }
}
