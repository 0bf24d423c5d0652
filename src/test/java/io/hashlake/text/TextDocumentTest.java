package io.hashlake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.TweetSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples in docs/text.md are what comes out. */
class TextDocumentTest {

    private static final String BEGIN = "<!-- examples -->\n";
    private static final String END = "<!-- examples: end -->";
    private static final int HEAD_LINES = 2;

    private final TextAnalyzer analyzer = new TextAnalyzer(LanguageDetector.NONE, SentimentScorer.NONE);

    @TestFactory
    Stream<DynamicTest> cleansTextsAsDocumented() throws IOException {
        String document = Files.readString(Path.of("docs", "text.md"));
        String table = document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END));
        List<String[]> rows = table.lines()
                .skip(HEAD_LINES)
                .map(line -> line.split(" *\\| *"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        return rows.stream().map(row -> dynamicTest(row[1], () -> cleans(code(row[1]), code(row[2]), code(row[3]))));
    }

    private void cleans(String text, String cleaned, String emojis) {
        TextAnalysis analysis = analyzer.analyse(TweetSamples.written(text, "en"));
        assertThat(analysis.cleanText()).isEqualTo(cleaned);
        assertThat(String.join(" ", analysis.emojis())).isEqualTo(emojis);
    }

    private static String code(String cell) {
        return cell.replaceAll("^`|`$", "");
    }
}
