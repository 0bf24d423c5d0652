package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** hashlake.args, with which the README starts Hashlake. */
@ServerTest
class StartOptionsTest {

    private static final Path OPTIONS = Path.of("hashlake.args");

    @Test
    void theJvmTakesThemAndDoesWithoutTheArchiveOfClasses() throws Exception {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options()
                                .filter(option -> option.startsWith("-X"))
                                .map(option -> option.replace("target/hashlake.jsa", "target/no-such-archive.jsa")),
                        Stream.of("--version"))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContainIgnoringCase("warning");
    }

    @Test
    void theBuildMakesTheArchiveThatTheyName() throws IOException {
        assertThat(options().collect(Collectors.joining("\n")))
                .contains("-XX:SharedArchiveFile=target/hashlake.jsa\n")
                .endsWith("-jar target/quarkus-app/quarkus-run.jar");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("-XX:ArchiveClassesAtExit=${project.build.directory}/hashlake.jsa");
    }

    private static Stream<String> options() throws IOException {
        return Files.readAllLines(OPTIONS).stream().filter(line -> !line.startsWith("#"));
    }
}
