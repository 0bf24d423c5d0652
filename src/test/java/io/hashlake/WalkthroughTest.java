package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walk-throughs quote code that is compiled and tested. */
class WalkthroughTest {

    private static final Path DIRECTORY = Path.of("docs/contributing");

    /** A link to a file, or a block of code that stands in the file that was linked last. */
    private static final Pattern LINK_OR_BLOCK =
            Pattern.compile("\\]\\((\\S+\\.(?:java|yaml))\\)|```(?:java|yaml)\\n(.*?)\\n```", Pattern.DOTALL);

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyBlockOfCodeStandsInTheFileThatIsLinkedBeforeIt(Path document) throws IOException {
        List<MatchResult> found =
                LINK_OR_BLOCK.matcher(Files.readString(document)).results().toList();
        String source = "";
        int blocks = 0;
        for (MatchResult linkOrBlock : found) {
            if (linkOrBlock.group(1) != null) {
                source = Files.readString(document.resolveSibling(linkOrBlock.group(1)));
            } else {
                assertQuoted(linkOrBlock.group(2), source);
                blocks++;
            }
        }
        assertThat(blocks).isPositive();
    }

    /** A block may quote several parts, with an empty line between them. */
    private static void assertQuoted(String block, String source) {
        if (!source.contains(block + "\n")) {
            assertThat(block.split("\n\n"))
                    .allSatisfy(part -> assertThat(source).contains(part + "\n"));
        }
    }
}
