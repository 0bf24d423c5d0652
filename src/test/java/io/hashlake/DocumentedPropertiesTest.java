package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties and defaults that documents repeat are those of docs/configuration.md, which is made of the code. */
class DocumentedPropertiesTest {

    private static final Path CONFIGURATION = Documents.DOCS.resolve("configuration.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(hashlake\\.\\S+)` \\| `(\\S+)` \\| (?:`(.*?)`)? \\|");
    private static final Pattern VARIABLE = Pattern.compile("\\b(HASHLAKE_[A-Z0-9_]*[A-Z0-9])\\b");
    private static final Pattern REPEATED = Pattern.compile("`(hashlake\\.[a-z0-9.-]+)`\\s\\(`([^`]+)`");

    private final Map<String, String> defaults = new TreeMap<>();

    DocumentedPropertiesTest() {
        rows().forEach(row -> defaults.put(row.group(1), row.group(3)));
    }

    static Stream<Path> documents() {
        return Documents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyVariableStandsForAProperty(Path document) {
        List<String> variables = rows().map(row -> row.group(2)).toList();
        assertThat(variables).containsAll(Documents.groups(VARIABLE, Documents.read(document)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDefaultThatIsRepeatedIsTheProperty(Path document) {
        assertThat(REPEATED.matcher(Documents.read(document)).results())
                .allSatisfy(
                        found -> assertThat(defaults).as(found.group()).containsEntry(found.group(1), found.group(2)));
    }

    @ParameterizedTest
    @CsvSource({"delay, delay", "lookBack, look-back", "settling, settling"})
    void theSearchOptionsHaveTheDefaultsOfTheProperties(String option, String property) {
        assertThat(Documents.read(Documents.DOCS.resolve("x-component.md")))
                .contains("| `%s` | `%s` |".formatted(option, defaults.get("hashlake.search." + property)));
    }

    private static Stream<MatchResult> rows() {
        return ROW.matcher(Documents.read(CONFIGURATION)).results();
    }
}
