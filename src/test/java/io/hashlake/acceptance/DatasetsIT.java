package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.Documents;
import io.hashlake.warehouse.PreparedWarehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/cases/condominium-files.md says to type, and shows. */
class DatasetsIT {

    private static final Path PAGE = Documents.DOCS.resolve("cases/condominium-files.md");
    private static final String HASHLAKE = "java -jar target/quarkus-app/quarkus-run.jar";

    private final List<String> commands = Documents.blocks(PAGE, "sh");
    private final List<String> queries = Documents.blocks(PAGE, "sql");
    private final List<String> shown = Documents.blocks(PAGE, "text");

    @TempDir
    Path directory;

    @Test
    void theCommandsOfThePageShowWhatItSays() throws Exception {
        PreparedWarehouse.copyToDataOf(directory);
        Files.createSymbolicLink(
                directory.resolve("examples"), Path.of("examples").toAbsolutePath());

        assertThat(run(commands.get(0))).contains(shown.get(0));
        assertThat(rows(queries.get(0))).containsExactlyElementsOf(lines(shown.get(1)));
        try (HashlakeProcess process = HashlakeProcess.start(
                        directory,
                        Map.of("hashlake.datasets.declarations", "examples/datasets", "hashlake.datasets.every", "1s"))
                .awaitUp()) {
            run(commands.get(2));
            awaitShown(commands.get(3), shown.get(2));
            String deadLetter = run(commands.get(4));
            assertThat(shown.get(3).lines()).hasSize(2).allSatisfy(line -> assertThat(deadLetter)
                    .contains(line));
            run(commands.get(5));
            awaitShown(commands.get(6), shown.get(4));
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(rows(queries.get(1)))
                    .containsExactlyElementsOf(lines(shown.get(5))));
            assertThat(process.get("/q/metrics"))
                    .contains("hashlake_dataset_rows_total{dataset=\"transacoes\",outcome=\"rejected\"} 2.0");
            assertThat(process.get("/q/health/ready")).contains("files loaded");
            assumeThat(run("command -v psql || true")).as("path of psql").isNotEmpty();
            assertThat(run(commands.get(7))).contains("João Conceição", "6885.50");
        }
    }

    private void awaitShown(String command, String shown) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(run(command)).isEqualTo(shown));
    }

    private List<String> rows(String query) throws Exception {
        Path lake = directory.resolve("data/lake");
        try (LakeReader reader = new LakeReader(lake)) {
            return reader.rows(query.strip().replaceFirst(";$", "").replace("data/lake", lake.toString()));
        }
    }

    private static List<String> lines(String table) {
        return table.lines().map(line -> line.replaceAll("\\s*\\|\\s*", "|")).toList();
    }

    private String run(String command) throws IOException, InterruptedException {
        String hashlake = HashlakeCommand.of(Map.of(), List.of()).stream()
                .map(argument -> "'" + argument + "'")
                .collect(Collectors.joining(" "));
        Process shell = new ProcessBuilder("sh", "-ec", command.replace(HASHLAKE, hashlake))
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return output.lines()
                .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d .*"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
