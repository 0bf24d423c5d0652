package io.hashlake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        return new String(SqlAnswer.bytes(ROWS, format), StandardCharsets.UTF_8);
    }
}
