package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Messages that docs/troubleshooting.md quotes are those of the code. */
class QuotedMessagesTest {

    private static final Path TROUBLESHOOTING = Documents.DOCS.resolve("troubleshooting.md");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]*)` \\|");
    private static final int SHORTEST_PIECE = 3;

    @Test
    void everyMessageIsInTheCode() {
        String code = code();
        List<String> messages = Documents.groups(FIRST_CELL, Documents.read(TROUBLESHOOTING));
        assertThat(messages).hasSizeGreaterThan(20).allSatisfy(message -> assertThat(pieces(message))
                .as(message)
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(code.contains(piece)).as(piece).isTrue()));
    }

    /** What a message says always, between the values that differ. */
    private static List<String> pieces(String message) {
        return Arrays.stream(message.split("…"))
                .map(String::strip)
                .filter(piece -> piece.length() > SHORTEST_PIECE)
                .toList();
    }

    /** All sources, with texts joined that are written over several lines. */
    private static String code() {
        return Documents.files(Path.of("src/main/java"), ".java").stream()
                .map(Documents::read)
                .map(source -> source.replaceAll("\"\\s*\\+\\s*\"", ""))
                .collect(Collectors.joining("\n"));
    }
}
