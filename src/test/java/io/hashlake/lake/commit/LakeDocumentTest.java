package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.lake.parquet.Column;
import io.hashlake.lake.parquet.RawRow;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.parquet.TweetSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The table of columns in docs/raw.md is what the code says; -Dhashlake.update-docs=true writes it anew. */
class LakeDocumentTest {

    private static final String BEGIN = "<!-- columns: generated -->\n";
    private static final String END = "<!-- columns: end -->\n";

    @Test
    void describesEveryColumnOfRaw() throws IOException {
        describes(Path.of("docs/raw.md"), RawRow.TABLE);
    }

    private static void describes(Path file, Table<?> table) throws IOException {
        String document = Files.readString(file);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(file, document.substring(0, begin) + text(table) + document.substring(end));
        } else {
            assertThat(document.substring(begin, end)).isEqualTo(text(table));
        }
    }

    @Test
    void knowsNoColumnTwice() {
        assertThat(TweetSchema.COLUMNS).extracting(Column::name).doesNotHaveDuplicates();
        assertThat(TweetSchema.COLUMNS)
                .extracting(Column::doc)
                .doesNotContain("")
                .doesNotContainNull();
    }

    private static String text(Table<?> table) {
        return "| column | type | null | meaning |\n| --- | --- | --- | --- |\n"
                + table.columns().stream().map(LakeDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Column<?> column) {
        Schema schema = column.schema();
        String isNull = schema.isNullable() ? "where not given" : "never";
        return "| `" + column.name() + "` | " + type(schema) + " | " + isNull + " | " + column.doc() + " |\n";
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> type(nonNull(schema.getTypes()));
            case ARRAY -> "list of " + type(schema.getElementType());
            case LONG -> schema.getLogicalType() == null ? "int64" : "timestamp (ms, UTC)";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case DOUBLE -> "double";
            case BYTES -> "binary";
            default -> throw new IllegalStateException("no name for " + schema);
        };
    }

    private static Schema nonNull(List<Schema> types) {
        return types.stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
