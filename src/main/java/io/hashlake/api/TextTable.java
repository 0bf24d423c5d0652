package io.hashlake.api;

import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as a table for a terminal. */
final class TextTable {

    private TextTable() {}

    static String of(Rows rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(rows.columns().stream().map(Column::name).map(TextTable::line).toList());
        rows.rows()
                .forEach(row -> lines.add(row.stream()
                        .map(value -> value == null ? "" : line(text(value)))
                        .toList()));
        int[] widths = IntStream.range(0, rows.columns().size())
                .map(column -> width(lines, column))
                .toArray();
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

    /** A table has a line a row. */
    private static String line(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream()
                .map(line -> line.get(column))
                .mapToInt(cell -> cell.codePointCount(0, cell.length()))
                .max()
                .orElse(0);
    }

    private static String padded(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> line.get(i)
                        + " "
                                .repeat(widths[i]
                                        - line.get(i)
                                                .codePointCount(0, line.get(i).length())))
                .collect(Collectors.joining(" | "))
                .stripTrailing();
    }

    private static String rule(int[] widths) {
        return IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-"));
    }
}
