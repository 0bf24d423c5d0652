package io.hashlake.api.response;

import io.hashlake.api.json.Json;
import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as a table for a terminal, a line each. */
public final class TextTable {

    private static final long MAX_ALIGNED = 32_000_000;

    private TextTable() {}

    public static String of(Rows rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                rows.columns().stream().map(Column::name).map(TerminalText::of).toList());
        rows.rows()
                .forEach(row -> lines.add(row.stream()
                        .map(value -> value == null ? "" : TerminalText.of(text(value)))
                        .toList()));
        int[] widths = widths(lines, rows.columns().size());
        StringBuilder table = new StringBuilder();
        lines.forEach(line -> table.append(padded(line, widths)).append('\n'));
        table.insert(table.indexOf("\n") + 1, rule(widths) + "\n");
        int count = rows.rows().size();
        String end = count == 1 ? "(1 row" : "(" + count + " rows";
        return table + end + (rows.isCut() ? ", there are more)\n" : ")\n");
    }

    private static String text(Object value) {
        return value instanceof List ? Json.tree(value).toString() : value.toString();
    }

    /** Of each column; 0 where to align it all would make the table much larger than what is in it. */
    private static int[] widths(List<List<String>> lines, int columns) {
        int[] widths =
                IntStream.range(0, columns).map(column -> width(lines, column)).toArray();
        long size = IntStream.of(widths).asLongStream().sum() * lines.size();
        return size <= MAX_ALIGNED ? widths : new int[columns];
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream()
                .mapToInt(line -> TerminalText.width(line.get(column)))
                .max()
                .orElse(0);
    }

    private static String padded(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> line.get(i) + " ".repeat(Math.max(0, widths[i] - TerminalText.width(line.get(i)))))
                .collect(Collectors.joining(" | "))
                .stripTrailing();
    }

    private static String rule(int[] widths) {
        return IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-"));
    }
}
