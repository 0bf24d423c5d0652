package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README is short, and holds what a newcomer types. */
class ReadmeTest {

    private static final int MAX_WORDS = 700;
    private static final int LINES_OF_A_ROUTE = 5;
    private static final Pattern TIME_OF_TESTS =
            Pattern.compile("(?i)\\./mvnw (?:-\\S+ )?(?:test|verify)\\b[^\\n]*minutes");

    private final String text = Documents.read(Documents.README);

    @Test
    void isReadInAFewMinutes() {
        assertThat(text.split("\\s+")).hasSizeLessThanOrEqualTo(MAX_WORDS);
    }

    @Test
    void hasOneCommandThatRunsAndOneThatTests() {
        List<String> commands = Documents.blocks(Documents.README, "shell").stream()
                .filter(block -> block.contains("./mvnw"))
                .toList();
        assertThat(commands)
                .containsExactly("./mvnw -q -DskipTests package && java @hashlake.args\n", "./mvnw verify\n");
    }

    @Test
    void namesBothTiersOfTestsAsContributingDoes() {
        assertThat(List.of(text, Documents.read(Documents.CONTRIBUTING)))
                .allSatisfy(document -> assertThat(document).contains("`./mvnw test`", "./mvnw verify"));
    }

    @Test
    void followsAHashtagInFiveLines() {
        assertThat(Documents.blocks(Documents.README, "yaml"))
                .singleElement()
                .satisfies(route -> assertThat(route.lines()).hasSize(LINES_OF_A_ROUTE));
    }

    @Test
    void howLongTestsTakeStandsInContributingAlone() {
        Stream<String> others = Documents.all().stream()
                .filter(document -> !document.equals(Documents.CONTRIBUTING))
                .map(Documents::read);
        assertThat(others).noneMatch(document -> TIME_OF_TESTS.matcher(document).find());
        assertThat(Documents.read(Documents.CONTRIBUTING)).containsPattern(TIME_OF_TESTS);
    }
}
