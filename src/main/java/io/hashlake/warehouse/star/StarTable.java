package io.hashlake.warehouse.star;

import java.util.List;

/**
 * A table of the star schema.
 *
 * @param doc what it holds
 * @param columns all of them, without {@code date_key} where the table is exported by day
 * @param key names of the columns of its primary key
 * @param isByDay whether it has facts, each of a day
 */
public record StarTable(String name, String doc, List<Column> columns, List<String> key, boolean isByDay) {

    /** By which facts are told apart by day. */
    public static final String DAY = "date_key";

    /**
     * A column.
     *
     * @param type of its values: Integer, Long, Float, Double, Boolean, String, LocalDate or Instant
     * @param doc what it means
     */
    public record Column(String name, Class<?> type, boolean nullable, String doc) {}

    public StarTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }
}
