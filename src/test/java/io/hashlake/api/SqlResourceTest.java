package io.hashlake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.request.SqlStatement;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.Format;
import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlResourceTest {

    private static final Rows ROWS = new Rows(
            List.of(new Column("n", "int4"), new Column("text", "text")),
            List.of(Arrays.asList(-1, "=a\nb"), Arrays.asList(2, null)),
            true);

    @Test
    void writesJsonCsvAndATable() throws IOException {
        assertThat(text(Format.JSON))
                .isEqualTo("{\"columns\":[{\"name\":\"n\",\"type\":\"int4\"},{\"name\":\"text\",\"type\":\"text\"}],"
                        + "\"rows\":[[-1,\"=a\\nb\"],[2,null]],\"truncated\":true}");
        assertThat(text(Format.CSV)).isEqualTo("n,text\n-1,\"'=a\nb\"\n2,\n");
        assertThat(text(Format.TEXT)).isEqualTo("n  | text\n---+------\n-1 | =a\\nb\n2  |\n(2 rows, there are more)\n");
    }

    @Test
    void jsonHasTextsForTypesThatJavaScriptsNumbersDoNotHold() throws IOException {
        Rows rows = new Rows(
                List.of(
                        new Column("id", "int8"),
                        new Column("share", "numeric"),
                        new Column("ids", "_int8"),
                        new Column("small", "int4"),
                        new Column("ratio", "float8")),
                List.of(
                        Arrays.asList(
                                9007199254740993L,
                                new BigDecimal("1E+30"),
                                Arrays.asList(1L, null, List.of(-5L)),
                                7L,
                                new BigDecimal("0.5")),
                        Arrays.asList(1L, "NaN", null, null, null)),
                false);
        assertThat(text(rows, Format.JSON))
                .contains(
                        "\"rows\":[[\"9007199254740993\",\"1000000000000000000000000000000\",[\"1\",null,[\"-5\"]],7,0.5],"
                                + "[\"1\",\"NaN\",null,null,null]]");
        assertThat(text(rows, Format.CSV)).contains("\n9007199254740993,").contains("\n1,NaN,,,\n");
    }

    @Test
    void aTableDoesNothingToTheTerminal() throws IOException {
        String hostile =
                "\u001B[31m\u009B2J\u0007 \u202Egnp.exe\u2066 \u200B\uFEFF\u2028\u0085\r\n\t\u007F\u0000 \uDB40\uDC41 a\\b";
        Rows rows = new Rows(
                List.of(new Column("\u001B]0;x", "text"), new Column("b", "text")),
                List.of(List.of(hostile, "x")),
                false);
        assertThat(text(rows, Format.TEXT))
                .matches("(?s)[^\\p{Cf}\\p{Zl}\\p{Zp}\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F]+")
                .hasLineCount(4)
                .contains(
                        "\\u001B]0;x", "\\u001B[31m\\u009B2J", "\\u202Egnp.exe", "\\U000E0041", "a\\\\b", "\\r\\n\\t");
    }

    @Test
    void wideLettersAndMarksAreAligned() throws IOException {
        Rows rows = new Rows(
                List.of(new Column("a", "text"), new Column("b", "text")),
                List.of(List.of("東京😀", "x"), List.of("e\u0301abcd", "x"), List.of("ｈａ", "x")),
                false);
        assertThat(text(rows, Format.TEXT))
                .isEqualTo("a      | b\n-------+--\n東京😀 | x\ne\u0301abcd  | x\nｈａ   | x\n(3 rows)\n");
    }

    @Test
    void aTableIsNotMuchLargerThanWhatIsInIt() throws IOException {
        List<List<Object>> rows = new ArrayList<>(Collections.nCopies(9_999, List.of("", "x")));
        rows.add(List.of("y".repeat(1_000_000), "x"));
        Rows large = new Rows(List.of(new Column("a", "text"), new Column("b", "text")), rows, false);
        assertThat(SqlAnswer.bytes(large, new Encoding(Format.TEXT, false))).hasSizeLessThan(2_000_000);
    }

    @Test
    void takesTheStatementFromTextAndFromJson() {
        assertThat(SqlStatement.read("text/plain;charset=UTF-8", "SELECT 'é'".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("SELECT 'é'");
        assertThat(SqlStatement.read("application/json", "{\"sql\":\"SELECT 1\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("SELECT 1");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> SqlStatement.read("text/plain", new byte[] {'S', (byte) 0xC3, '('}))
                .hasMessage("the body is not UTF-8");
        assertThatThrownBy(() -> SqlStatement.read("text/plain; charset=latin1", new byte[0]))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(415));
    }

    @Test
    void saysWhatToSendInPlaceOfTheFormThatCurlMakesOfIt() {
        byte[] body = "SELECT 1".getBytes(StandardCharsets.UTF_8);
        for (String type :
                Arrays.asList("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", null)) {
            assertThatThrownBy(() -> SqlStatement.read(type, body))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(415))
                    .hasMessageContainingAll("curl -H 'Content-Type: text/plain'", "application/json");
        }
    }

    private static String text(Format format) throws IOException {
        return text(ROWS, format);
    }

    private static String text(Rows rows, Format format) throws IOException {
        return new String(SqlAnswer.bytes(rows, new Encoding(format, false)), StandardCharsets.UTF_8);
    }
}
