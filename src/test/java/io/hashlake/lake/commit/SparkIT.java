package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hashlake.DocumentedSql;
import io.hashlake.DocumentedSql.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries that documents show for Spark give what they say. {@code ./mvnw -Pspark verify} fetches Spark, 280 MB, and runs this. */
class SparkIT {

    private static final Path CLASS_PATH = Path.of("target/spark.classpath");

    @TempDir
    Path directory;

    @Test
    void documentedQueriesCountEachPostOnceAndKeepHashtagsAsTheyAre() throws Exception {
        assumeThat(CLASS_PATH)
                .as("Spark's jars, which ./mvnw -Pspark verify fetches")
                .exists();
        Path root = directory.resolve("lake");
        LakeFixture.write(root);
        List<DocumentedSql> blocks = DocumentedSql.of(Engine.SPARK);
        assertThat(blocks).isNotEmpty();
        for (DocumentedSql block : blocks) {
            List<String> rows = run(block.sql().replace("data/lake", root.toString()));
            assertThat(rows).contains(Integer.toString(LakeFixture.POSTS), "null|2026-11-22|2");
            LakeFixture.HASHTAGS.forEach(
                    hashtag -> assertThat(rows).anyMatch(row -> row.startsWith(hashtag + "|2026-11-22|")));
        }
    }

    private List<String> run(String sql) throws IOException, InterruptedException {
        Path statements = Files.writeString(directory.resolve("statements.sql"), sql);
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        Stream.of("java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio", "java.util")
                .forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        Stream.of(
                        "java.util.concurrent",
                        "java.util.concurrent.atomic",
                        "sun.nio.ch",
                        "sun.nio.cs",
                        "sun.util.calendar")
                .forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", Files.readString(CLASS_PATH), "src/test/spark/SparkReader.java"));
        command.addAll(List.of(statements.toString(), output.toString()));
        Path log = directory.resolve("log");
        Process spark = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(spark.waitFor()).as(() -> "Spark: " + read(log)).isZero();
        return Files.readAllLines(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
