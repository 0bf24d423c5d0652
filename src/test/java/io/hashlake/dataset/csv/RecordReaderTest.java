package io.hashlake.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.dataset.declaration.FileFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final FileFormat FORMAT = new FileFormat(';', '"', StandardCharsets.UTF_8);

    /** Each record as its line and its fields, or what is wrong with it. */
    private static List<String> records(String content) {
        List<String> records = new ArrayList<>();
        RecordReader reader = new RecordReader(new StringReader(content), FORMAT);
        try {
            for (RawRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record.line() + ": " + (record.isUnreadable() ? record.problem() : record.fields()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return records;
    }

    @Test
    void readsLinesOfEveryEnding() {
        assertThat(records("a;b\r\nc;d\ne;\rg;h")).containsExactly("1: [a, b]", "2: [c, d]", "3: [e, ]", "4: [g, h]");
    }

    @Test
    void passesOverBlankLines() {
        assertThat(records("\n\na;b\n  \n\nc;d\n\n")).containsExactly("3: [a, b]", "6: [c, d]");
    }

    @Test
    void readsQuotedFieldsOfSeveralLines() {
        assertThat(records("1;\"a;b\n\"\"c\"\"\";x\n2;\"\";y")).containsExactly("1: [1, a;b\n\"c\", x]", "3: [2, , y]");
    }

    @Test
    void takesQuotesWithinAFieldAsTheyStand() {
        assertThat(records("1;5\" pipe;x\n2;a \"b\" c;y"))
                .containsExactly("1: [1, 5\" pipe, x]", "2: [2, a \"b\" c, y]");
    }

    @Test
    void readsOnInTheNextLineWhereAQuoteIsNotClosed() {
        assertThat(records("1;\"open;x\n2;b;y\n3;c;z"))
                .containsExactly("1: a quote is opened and not closed", "2: [2, b, y]", "3: [3, c, z]");
    }

    @Test
    void readsOnInTheNextLineWhereTheQuoteOfAnotherFieldClosesIt() {
        assertThat(records("1;\"open;x\n2;\"b\";y\n3;c;z"))
                .containsExactly("1: quotes are not balanced", "2: [2, b, y]", "3: [3, c, z]");
    }

    @Test
    void refusesWhatFollowsAClosingQuote() {
        assertThat(records("1;\"a\"b;x\n2;c;y")).containsExactly("1: quotes are not balanced", "2: [2, c, y]");
    }

    @Test
    void refusesAFieldOf30MillionCharactersAndReadsOn() {
        String field = "x".repeat(30_000_000);
        assertThat(records("1;" + field + "\r\n2;b\n3;\"" + field + "\"\n4;d"))
                .containsExactly(
                        "1: longer than 1048576 characters",
                        "2: [2, b]",
                        "3: longer than 1048576 characters",
                        "4: [4, d]");
    }

    @Test
    void refusesNulBytesAndBytesOfAnotherEncoding() {
        assertThat(records("1;\0\n2;S\uFFFDo Paulo\n3;c"))
                .containsExactly(
                        "1: holds NUL bytes", "2: holds bytes that are not of the encoding UTF-8", "3: [3, c]");
    }
}
