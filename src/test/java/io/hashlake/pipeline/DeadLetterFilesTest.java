package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.core.Rejected;
import io.hashlake.observability.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFilesTest {

    private static final Instant AT = Instant.parse("2026-11-22T23:59:59Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    @TempDir
    Path directory;

    @Test
    void keepsPayloadReasonStageOriginAndTimeOneLineEach() throws IOException {
        DeadLetterFiles letters = new DeadLetterFiles(directory, meters);
        letters.add(List.of(rejected(AT, "{\n}"), rejected(AT.plusSeconds(1), "next day")));
        JsonNode line = new ObjectMapper().readTree(lines("2026-11-22").get(0));
        assertThat(line.get("payload").asText()).isEqualTo("{\n}");
        assertThat(line.get("reason").asText()).isEqualTo("text is missing");
        assertThat(line.get("stage").asText()).isEqualTo("parse");
        assertThat(line.get("origin").asText()).isEqualTo("covid19");
        assertThat(line.get("at").asText()).isEqualTo("2026-11-22T23:59:59Z");
        assertThat(lines("2026-11-23")).hasSize(1);
        assertThat(registry.get("hashlake.dead.letters")
                        .tag("stage", "parse")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aLineCutShortByACrashIsReplacedNotContinued() throws IOException {
        DeadLetterFiles letters = new DeadLetterFiles(directory, meters);
        letters.add(List.of(rejected(AT, "first")));
        Files.writeString(directory.resolve("2026-11-22.jsonl"), "{\"at\":\"2026", StandardOpenOption.APPEND);
        letters.add(List.of(rejected(AT, "second")));
        assertThat(lines("2026-11-22"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        DeadLetterFiles letters = new DeadLetterFiles(file, meters);
        assertThatThrownBy(() -> letters.add(List.of(rejected(AT, "x"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void dropsExactlyTheDaysBefore() throws IOException {
        DeadLetterFiles letters = new DeadLetterFiles(directory, meters);
        letters.add(List.of(rejected(AT, "old"), rejected(AT.plusSeconds(1), "next day")));
        assertThat(letters.drop(AT.plusSeconds(3_600))).isEqualTo(1);
        assertThat(letters.files()).containsExactly(directory.resolve("2026-11-23.jsonl"));
        assertThat(letters.drop(AT.plusSeconds(3_600))).isZero();
    }

    @Property(tries = 50)
    void anyPayloadComesBackAsItWas(@ForAll String payload) throws IOException {
        Path home = Files.createTempDirectory("letters");
        new DeadLetterFiles(home, meters).add(List.of(rejected(AT, payload)));
        List<String> lines = Files.readAllLines(home.resolve("2026-11-22.jsonl"));
        assertThat(lines).hasSize(1);
        String expected = payload.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(new ObjectMapper().readTree(lines.get(0)).get("payload").asText())
                .isEqualTo(expected);
    }

    private List<String> lines(String day) throws IOException {
        return Files.readAllLines(directory.resolve(day + ".jsonl"));
    }

    private static Rejected rejected(Instant at, String payload) {
        return new Rejected(at, "covid19", Rejected.Stage.PARSE, "text is missing", payload);
    }
}
