package io.hashlake.dataset.load;

import io.hashlake.dataset.declaration.DatasetColumn;
import java.util.List;
import java.util.stream.Collectors;

/** Names in statements: declarations allow words that SQL reserves. */
final class Names {

    private static final String SCHEMA = "dataset";

    private Names() {}

    /** Name of a table or view. */
    static String table(String name) {
        return SCHEMA + "." + column(name);
    }

    static String column(String name) {
        return '"' + name + '"';
    }

    static String list(List<DatasetColumn> columns) {
        return list("", columns);
    }

    /** @param prefix before each, ending in a point */
    static String list(String prefix, List<DatasetColumn> columns) {
        return columns.stream().map(column -> prefix + column(column.name())).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
