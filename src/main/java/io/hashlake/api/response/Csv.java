package io.hashlake.api.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.hashlake.api.json.Json;
import io.hashlake.warehouse.analytics.PostView;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows as CSV with a header. What is within a row's parts has a column of its own, with dots in its name; lists are JSON. Texts
 * that a spreadsheet would take for a formula begin with an apostrophe.
 */
public final class Csv {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private static final byte[] BOM = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final List<String> columns;
    private final SequenceWriter rows;

    /**
     * Writes the header.
     *
     * @param bom whether a byte order mark comes before it
     */
    public Csv(List<String> columns, OutputStream target, boolean bom) throws IOException {
        if (bom) {
            target.write(BOM);
        }
        this.columns = columns;
        this.rows = MAPPER.writer().writeValues(target);
        rows.write(columns.stream().map(Csv::harmless).toArray(String[]::new));
    }

    /** The columns for records of that type. */
    public static List<String> columns(Class<?> type) {
        return columns("", type).toList();
    }

    /** Writes a record. */
    public void writeRecord(Object row) throws IOException {
        JsonNode tree = Json.tree(row);
        write(columns.stream()
                .map(column -> tree.at("/" + column.replace('.', '/')))
                .map(Csv::cell));
    }

    /** Writes values that are texts, numbers, truth values, lists of these, or null. */
    public void write(List<Object> values) throws IOException {
        write(values.stream().map(Json::tree).map(Csv::cell));
    }

    public void flush() throws IOException {
        rows.flush();
    }

    private void write(Stream<String> cells) throws IOException {
        rows.write(cells.toArray(String[]::new));
    }

    private static Stream<String> columns(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> columns(prefix, component));
    }

    private static Stream<String> columns(String prefix, RecordComponent component) {
        if (component.getType() == Map.class) {
            return PostView.ADDED.stream().map(added -> prefix + added);
        }
        String name = prefix + component.getName();
        return component.getType().isRecord() ? columns(name + ".", component.getType()) : Stream.of(name);
    }

    private static String cell(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isTextual()) {
            return harmless(value.textValue());
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
