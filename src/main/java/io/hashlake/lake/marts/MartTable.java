package io.hashlake.lake.marts;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A mart: a table that is copied into the lake.
 *
 * @param name small letters, digits and underscores; the mart's directory
 * @param doc what it holds, for a person to read
 * @param columns at least one
 */
public record MartTable(String name, String doc, List<MartColumn> columns) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public MartTable {
        requireName(name);
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the mart " + name + " has no columns");
        }
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name in a mart: small letters, digits and underscores are");
        }
    }
}
