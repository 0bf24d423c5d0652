package io.hashlake.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.lake.parquet.Column;
import io.hashlake.lake.parquet.RawRow;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.parquet.TweetSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Glue's tables have the columns of the lake's files; -Dhashlake.update-docs=true writes them anew. */
class GlueColumnsTest {

    private static final Path COLUMNS = Path.of("deploy/terraform/modules/catalog/columns");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Length of the longest comment that Glue takes. */
    private static final int MAX_COMMENT = 255;

    @Test
    void thePostsAreThoseOfTheLake() throws IOException {
        compare("tweets.json", TweetSchema.TABLE);
    }

    @Test
    void thePayloadsAreThoseOfTheLake() throws IOException {
        compare("raw.json", RawRow.TABLE);
    }

    @Test
    void everyCommentIsShortEnough() {
        assertThat(TweetSchema.COLUMNS).extracting(Column::doc).allMatch(doc -> doc.length() <= MAX_COMMENT);
    }

    private static void compare(String name, Table<?> table) throws IOException {
        Path file = COLUMNS.resolve(name);
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(file, json(table.columns()));
        } else {
            assertThat(file).hasContent(json(table.columns()));
        }
    }

    private static String json(List<? extends Column<?>> columns) {
        return columns.stream().map(GlueColumnsTest::line).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String line(Column<?> column) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("name", column.name());
        line.put("type", type(column.schema()));
        line.put("comment", column.doc());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case LONG -> LogicalTypes.timestampMillis().equals(schema.getLogicalType()) ? "timestamp" : "bigint";
            case BOOLEAN, DOUBLE, STRING -> schema.getType().getName();
            case BYTES -> "binary";
            case ARRAY -> "array<" + type(schema.getElementType()) + ">";
            case UNION -> type(schema.getTypes().get(1));
            default -> throw new AssertionError("No Glue type is known for " + schema);
        };
    }
}
