package io.hashlake.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Spark in a process of its own. {@code ./mvnw -Pspark verify} fetches it; where it is not there, the test is skipped. */
public record SparkProcess(Path classPath, Map<String, String> settings, Path directory) {

    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.util.calendar");

    /** @param directory for its files */
    public SparkProcess {
        assumeThat(classPath)
                .as("Spark's jars, which ./mvnw -Pspark verify fetches")
                .exists();
    }

    /** Runs the statements; gives all their rows, columns parted by bars. */
    public List<String> run(String sql) throws IOException, InterruptedException {
        Path statements = Files.writeString(directory.resolve("statements.sql"), sql);
        Path output = directory.resolve("output");
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", Files.readString(classPath), "src/test/spark/SparkReader.java"));
        Stream.of(statements, output).map(Path::toString).forEach(command::add);
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
