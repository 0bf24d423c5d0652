package io.hashlake.dataset.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {

    @TempDir
    Path directory;

    private void declare(String name, String yaml) throws IOException {
        Files.writeString(directory.resolve(name + ".yaml"), yaml);
    }

    private void declare(String name, String column, String more) throws IOException {
        declare(name, """
                files: %s*.csv
                key: [id]
                columns:
                  - {name: id, type: integer}
                  - %s
                %s
                """.formatted(name, column, more));
    }

    private void assertProblems(String... problems) {
        assertThatThrownBy(() -> Datasets.in(directory)).satisfies(e -> assertThat(
                        e.getMessage().replace(directory + "/", "").split(Mistakes.SEPARATOR))
                .containsExactly(problems));
    }

    @Test
    void areNoneWhereThereIsNoDirectory() {
        assertThat(Datasets.in(directory.resolve("none")).all()).isEmpty();
    }

    @Test
    void tellEveryMistakeWithFileAndLine() throws IOException {
        declare("people", """
                files: people*.csv
                delimitter: ";"
                delimiter: ";;"
                encoding: windows-9999
                key: [id, code]
                columns:
                  - name: id
                    type: number
                  - name: Born
                    type: date
                    format: dd/mm/yyyy
                    min: yesterday
                  - name: fee
                    type: decimal
                    format: 1.234.56
                    max-length: 3
                    required: maybe
                  - name: flag
                    type: boolean
                    format: yes
                reports:
                  - name: by month
                    sql: SELECT 1
                """);

        assertProblems(
                "people.yaml:2: 'delimitter' is not known here; allowed are description, files, delimiter, quote, encoding, columns, key, reports",
                "people.yaml:3: delimiter = ';;': must be one character of ASCII, such as ;",
                "people.yaml:4: encoding = 'windows-9999': must be an encoding such as UTF-8, windows-1252 or ISO-8859-1",
                "people.yaml:5: key = '': must be a list of columns, each once; there are id, Born, fee, flag",
                "people.yaml:8: type = 'number': must be among text, integer, decimal, boolean, date, timestamp",
                "people.yaml:9: name = 'Born': must be a name of small letters, digits and underscores that begins with a letter",
                "people.yaml:11: format = 'dd/mm/yyyy': must be a pattern such as dd/MM/yyyy, in which dd is the day, MM the month, yyyy the year, HH the hour, mm the minute and ss the second",
                "people.yaml:12: min = 'yesterday': must be a date such as 2026-12-31",
                "people.yaml:15: format = '1.234.56': must be among 1234.56, 1234,56, 1,234.56, 1.234,56",
                "people.yaml:16: 'max-length' is not known here; allowed are name, header, type, description, required, references, format, precision, scale, min, max",
                "people.yaml:17: required = 'maybe': must be true or false",
                "people.yaml:20: format = 'yes': must be two words such as true/false, S/N or 1/0",
                "people.yaml:22: name = 'by month': must be a name of small letters, digits and underscores that begins with a letter");
    }

    @Test
    void tellWhatIsMissingAndWhatIsNoYaml() throws IOException {
        declare("empty", "description: nothing\n");
        declare("broken", "files: [\n");
        declare("list", "- files: x\n");

        assertThatThrownBy(() -> Datasets.in(directory))
                .hasMessageContaining("empty.yaml:1: 'columns' is missing: a dataset has at least one")
                .hasMessageContaining("empty.yaml:1: 'files' is missing")
                .hasMessageContaining("broken.yaml:2: no valid YAML")
                .hasMessageContaining("list.yaml:1: a dataset needs keys");
    }

    @Test
    void refuseReferencesThatGoRoundInACircle() throws IOException {
        declare("a", "{name: b_id, type: integer, references: b}", "");
        declare("b", "{name: c_id, type: integer, references: c}", "");
        declare("c", "{name: a_id, type: integer, references: a}", "");

        assertProblems("a.yaml:1: the references a -> b -> c -> a go round in a circle:"
                + " files could be loaded in no order, so remove one of them");
    }

    @Test
    void refuseReferencesToNothingAndToAnotherType() throws IOException {
        declare("a", "{name: x, type: integer, references: nobody}", "");
        declare("b", "{name: y, type: text, references: a}", "");

        assertProblems(
                "a.yaml:1: column x: references = 'nobody': there is no such dataset; there are a, b",
                "b.yaml:1: column y: references = 'a': must have the type of its key, bigint");
    }

    @Test
    void refuseNamesThatAreTaken() throws IOException {
        declare("a", "{name: x, type: text}", "reports: [{name: a, sql: SELECT 1}]");

        assertProblems("a.yaml:6: name = 'a': is taken by a.yaml");
    }

    @Test
    void refuseFilesThatCannotNameATable() throws IOException {
        declare("my-table", "{name: x, type: text}", "");

        assertProblems("my-table.yaml:1: the file's name is that of the table:"
                + " small letters, digits and underscores, then .yaml, so rename it");
    }
}
