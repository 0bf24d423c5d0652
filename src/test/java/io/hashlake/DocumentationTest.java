package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents hang together: links, anchors, the index, and the tests that they name. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)\\s]+)\\)");
    private static final Pattern REFERENCE = Pattern.compile("\\]\\[([\\w-]+)\\]");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Path INDEX = Documents.DOCS.resolve("README.md");

    static Stream<Path> documents() {
        return Documents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFile(Path document) {
        assertThat(Documents.groups(LINK, Documents.read(document)))
                .allSatisfy(link -> assertThat(target(document, link)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyAnchorIsAHeading(Path document) {
        assertThat(Documents.groups(LINK, Documents.read(document)))
                .filteredOn(link -> link.matches("([^#]*\\.md)?#.+"))
                .allSatisfy(link -> assertThat(anchors(target(document, link)))
                        .as(link)
                        .contains(link.substring(link.indexOf('#') + 1)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyReferenceIsDefined(Path document) {
        String text = Documents.read(document);
        assertThat(Documents.groups(REFERENCE, text))
                .allSatisfy(reference -> assertThat(text).contains("\n[" + reference + "]: http"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTestThatIsNamedExists(Path document) {
        List<String> tests = Documents.files(Path.of("src/test/java"), ".java").stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(Documents.groups(TEST, Documents.read(document)))
                .allSatisfy(test -> assertThat(tests).contains(test + ".java"));
    }

    @Test
    void theIndexListsEveryPage() {
        List<Path> listed = Documents.groups(LINK, Documents.read(INDEX)).stream()
                .map(link -> target(INDEX, link))
                .toList();
        assertThat(listed)
                .containsAll(Documents.pages().stream()
                        .filter(page -> !page.equals(INDEX))
                        .toList());
    }

    @Test
    void theGlossaryIsSorted() {
        List<String> terms = Documents.groups(
                Pattern.compile("(?m)^\\| ([^|]+?) \\|"),
                Documents.read(Documents.DOCS.resolve("glossary.md")).replaceFirst("(?s).*\\| --- \\| --- \\|", ""));
        assertThat(terms).hasSizeGreaterThan(40).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void sentimentIsNotCalledMood(Path document) {
        assertThat(Documents.read(document).lines())
                .filteredOn(line -> !line.startsWith("| `"))
                .noneMatch(line -> line.matches("(?i).*\\bmoods?\\b.*"));
    }

    private static Path target(Path document, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? document : document.resolveSibling(path).normalize();
    }

    /** As GitHub makes them. */
    private static List<String> anchors(Path document) {
        String prose = Documents.read(document).replaceAll("(?ms)^```.*?^```$", "");
        return Documents.groups(HEADING, prose).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
