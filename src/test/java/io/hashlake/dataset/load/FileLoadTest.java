package io.hashlake.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class FileLoadTest {

    private static final String FEES = """
            description: It's what residents pay
            files: fees*.csv
            delimiter: ";"
            key: [id]
            columns:
              - {name: id, type: integer, description: Number}
              - {name: payer, type: text}
              - {name: paid, type: date, format: dd/MM/yyyy}
              - {name: amount, type: decimal, format: "1.234,56", required: true}
            """;

    private LoadedFiles files;

    @BeforeEach
    void declare(@TempDir Path directory) {
        files = new LoadedFiles(directory);
        files.declare("fees", FEES);
    }

    private String load(String content) throws IOException {
        return files.load(files.write("fees.csv", content)).toString();
    }

    private Object count(String condition) throws Exception {
        return files.rows("SELECT count(*) AS n FROM dataset.fees WHERE " + condition)
                .get(0)
                .get("n");
    }

    @Test
    void namesAndExplainsTheTableAsDeclared() throws Exception {
        load("id;payer;paid;amount\n1;Ana;05/01/2026;1.234,56\n");

        assertThat(files.rows("SELECT id, payer, paid::text AS paid, amount FROM dataset.fees"))
                .containsExactly(
                        Map.of("id", 1L, "payer", "Ana", "paid", "2026-01-05", "amount", new BigDecimal("1234.56")));
        assertThat(files.rows("SELECT obj_description('dataset.fees'::regclass) AS t,"
                        + " col_description('dataset.fees'::regclass, 1) AS c"))
                .containsExactly(Map.of("t", "It's what residents pay", "c", "Number"));
    }

    @Test
    void loadsTheSameContentOnce() throws Exception {
        String content = "id;payer;paid;amount\n1;Ana;05/01/2026;1,00\n";
        load(content);

        assertThat(load(content)).isEqualTo("loaded before, nothing to do");
        assertThat(files.rows("SELECT name, row_count, changed, rejected FROM ops.dataset_file"))
                .containsExactly(Map.of("name", "fees.csv", "row_count", 1L, "changed", 1L, "rejected", 0L));
    }

    @Test
    void changesTheRowsOfKeysThatComeAgain() throws Exception {
        load("id;payer;paid;amount\n1;Ana;05/01/2026;1,00\n2;Rui;;2,00\n");

        assertThat(load("id;payer;paid;amount\n1;Ana;05/01/2026;1,00\n2;Rui;;2,50\n3;Eva;;3,00\n"))
                .isEqualTo("3 rows, 2 added or changed, 0 rejected");
        assertThat(files.rows("SELECT sum(amount) AS s FROM dataset.fees"))
                .containsExactly(Map.of("s", new BigDecimal("6.50")));
    }

    @Test
    void leavesColumnsThatAFileLacksAsTheyAre() throws Exception {
        load("id;payer;paid;amount\n1;Ana;05/01/2026;1,00\n");

        load("amount;id\n9,00;1\n");

        assertThat(files.rows("SELECT payer, amount FROM dataset.fees"))
                .containsExactly(Map.of("payer", "Ana", "amount", new BigDecimal("9.00")));
    }

    @Test
    void takesColumnsInAnyOrderAndLeavesOutUnknownOnes() throws Exception {
        assertThat(load("notes;amount;payer;id;paid\nx;1,00;Ana;1;05/01/2026\n"))
                .isEqualTo("1 rows, 1 added or changed, 0 rejected; columns ignored: notes");
    }

    @Test
    void rejectsRowsAndLoadsTheOthers() throws Exception {
        load("""
                id;payer;paid;amount
                1;Ana;31/02/2026;1,00
                x;Rui;05/01/2026;
                3;Eva;05/01/2026
                4;"Gil;05/01/2026;4,00
                5;Leo;05/01/2026;5,00;more
                6;Bia;05/01/2026;6,00
                6;Bia;05/01/2026;7,00
                7;\0;05/01/2026;7,00
                8;Rio;05/01/2026;8,00
                """);

        assertThat(files.reasons())
                .containsExactly(
                        "fees.csv:2 column paid: '31/02/2026' must be a day of the calendar, written as dd/MM/yyyy",
                        "fees.csv:3 column id: 'x' must be a whole number such as 1234; column amount: is empty, but needed",
                        "fees.csv:4 has 3 fields, but the header has 4",
                        "fees.csv:5 a quote is opened and not closed",
                        "fees.csv:6 has 5 fields, but the header has 4",
                        "fees.csv:9 holds NUL bytes",
                        "fees.csv:8 column id: has the key of line 7");
        assertThat(files.rejected).extracting(one -> one.payload()).contains("6;Bia;05/01/2026;7,00");
        assertThat(count("true")).isEqualTo(2L);
        assertThat(count("amount = 6")).isEqualTo(1L);
    }

    @Test
    void readsTheDeclaredEncodingAndRejectsAnother() throws Exception {
        Charset windows = Charset.forName("windows-1252");
        String content = "id;payer;amount\n1;João;1,00\n2;Ana;2,00\n";
        files.load(files.write("fees.csv", content, windows));
        assertThat(files.reasons()).containsExactly("fees.csv:2 holds bytes that are not of the encoding UTF-8");

        files.declare("fees", FEES.replace("files:", "encoding: windows-1252\nfiles:"));
        files.load(files.write("fees.csv", content, windows));
        assertThat(count("payer = 'João'")).isEqualTo(1L);
        assertThat(files.load(files.write("fees.csv", "\uFEFF" + content)).toString())
                .contains("begins with the byte order mark of UTF-8, but the encoding is declared as windows-1252");
    }

    @Test
    void readsAfterAByteOrderMark() throws Exception {
        assertThat(load("\uFEFF\"id\";amount\n1;1,00\n")).isEqualTo("1 rows, 1 added or changed, 0 rejected");
    }

    @Test
    void refusesFilesOfWhichNothingCanBeLoaded() throws Exception {
        assertThat(load("")).isEqualTo("refused: is empty: there is no header");
        assertThat(load("id,amount\n1,2\n")).startsWith("refused: the header lacks id, amount; it has id,amount;");
        assertThat(load("id;id;amount\n")).isEqualTo("refused: the header has id twice");
        assertThat(files.load(files.write("fees.csv", "id;amount\n1;2,00\n", StandardCharsets.UTF_16))
                        .toString())
                .startsWith("refused: the header cannot be read:");
        assertThat(files.reasons()).hasSize(4).allMatch(reason -> reason.startsWith("fees.csv:1 "));
        assertThat(load("id;amount\n")).isEqualTo("0 rows, 0 added or changed, 0 rejected");
    }

    @Test
    void keepsTextAsItStands() throws Exception {
        load("id;payer;amount\n1;\"a\\b\tc\n\\N \"\"d\"\"\";1,00\n2;\\N;1,00\n3;\\.;1,00\n");

        assertThat(files.rows("SELECT payer FROM dataset.fees ORDER BY id"))
                .extracting(row -> row.get("payer"))
                .containsExactly("a\\b\tc\n\\N \"d\"", "\\N", "\\.");
    }

    @Test
    void rejectsRowsThatReferToNothingUntilItIsThere() throws Exception {
        files.declare("payments", """
                files: payments*.csv
                key: [id]
                columns:
                  - {name: id, type: integer}
                  - {name: fee_id, type: integer, references: fees}
                """);
        load("id;amount\n1;1,00\n");
        Path payments = files.write("payments.csv", "id,fee_id\n1,1\n2,2\n3,\n");
        files.load(payments);
        assertThat(files.reasons()).containsExactly("payments.csv:3 column fee_id: '2' is not in fees");

        load("id;amount\n2;1,00\n");
        assertThat(files.load(payments)).hasToString("3 rows, 1 added or changed, 0 rejected");
    }

    @Test
    void addsColumnsThatADeclarationGains() throws Exception {
        String content = "id;payer;amount;note\n1;Ana;1,00;late\n";
        load(content);

        files.declare("fees", FEES + "  - {name: note, type: text}\n");
        assertThat(load(content)).isEqualTo("1 rows, 1 added or changed, 0 rejected");
        assertThat(count("note = 'late'")).isEqualTo(1L);
    }

    @Test
    void refusesDeclarationsThatTheTableContradicts() throws Exception {
        files.loader();
        files.declare("fees", FEES.replace("payer, type: text", "payer, type: integer"));
        assertThatThrownBy(files::loader)
                .hasMessageContaining("column payer: is declared as bigint, but the table has text");

        files.declare("fees", FEES.replace("key: [id]", "key: [payer]"));
        assertThatThrownBy(files::loader).hasMessageContaining("key = 'payer': the table has the key id");
    }

    @Test
    void refusesReportsThatTheDatabaseDoes() {
        files.declare("fees", FEES + "reports: [{name: broken, sql: SELECT nothing FROM fees}]\n");

        assertThatThrownBy(files::loader)
                .hasMessageMatching("(?s).*fees.yaml:10: report broken: .*column \"nothing\" does not exist.*");
    }

    @Test
    void replacesReportsThatGetOtherColumns() throws Exception {
        files.declare("fees", FEES + "reports: [{name: totals, sql: SELECT sum(amount) AS total FROM fees}]\n");
        files.loader();
        files.declare("fees", FEES + "reports: [{name: totals, sql: \"SELECT payer FROM fees;\"}]\n");
        load("id;payer;amount\n1;Ana;1,00\n");

        assertThat(files.rows("SELECT * FROM dataset.totals")).containsExactly(Map.of("payer", "Ana"));
    }

    @Test
    void changesNothingWhereTheDeadLetterCannotBeWritten() throws Exception {
        Path file = files.write("fees.csv", "id;amount\n1;1,00\n2;x\n");
        DatasetLoader full = files.loader(file.getParent(), rejected -> {
            throw new IOException("disk full");
        });

        assertThatThrownBy(() -> LoadedFiles.load(full, file)).hasMessageContaining("disk full");
        assertThat(count("true")).isEqualTo(0L);
        assertThat(files.rows("SELECT * FROM ops.dataset_file")).isEmpty();

        assertThat(files.load(file)).hasToString("2 rows, 1 added or changed, 1 rejected");
    }

    @Test
    void changesNothingWhereTheFileIsWrittenToMeanwhile() throws Exception {
        Path file = files.write("fees.csv", "id;amount\n1;1,00\n2;x\n");
        DatasetLoader loader =
                files.loader(file.getParent(), rejected -> files.write("fees.csv", "id;amount\n1;1,00\n2;2,00\n"));

        assertThatThrownBy(() -> LoadedFiles.load(loader, file))
                .hasMessageContaining("has changed while it was loaded");
        assertThat(count("true")).isEqualTo(0L);
    }
}
