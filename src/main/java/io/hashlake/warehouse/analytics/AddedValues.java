package io.hashlake.warehouse.analytics;

import static java.util.Map.entry;

import io.hashlake.tweet.AddedField;
import io.hashlake.tweet.Field;
import io.hashlake.tweet.FieldType;
import io.hashlake.tweet.TweetFields;
import io.hashlake.warehouse.jdbc.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of the fields that were added to posts, as a reader of the API gets them: ids as texts. */
final class AddedValues {

    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    private static final Map<FieldType<?>, Reader> READERS = Map.ofEntries(
            entry(FieldType.ID, ResultSet::getString),
            entry(FieldType.COUNT, (row, column) -> row.getObject(column, Long.class)),
            entry(FieldType.FLAG, (row, column) -> row.getObject(column, Boolean.class)),
            entry(FieldType.REAL, ResultRows::decimal),
            entry(FieldType.TIMESTAMP, Times::at),
            entry(FieldType.TEXT, ResultSet::getString),
            entry(FieldType.TERM, ResultSet::getString),
            entry(FieldType.LONG_TEXT, ResultSet::getString),
            entry(FieldType.IDS, AddedValues::list),
            entry(FieldType.TEXTS, AddedValues::list),
            entry(FieldType.TERMS, AddedValues::list));

    private AddedValues() {}

    @FunctionalInterface
    private interface Reader {
        Object read(ResultSet row, String column) throws SQLException;
    }

    /** Their columns, each after a comma. */
    static String columns() {
        return fields().stream().map(field -> ", tweet." + field.name()).collect(Collectors.joining());
    }

    /** Their names, in the order of the columns. */
    static List<String> names() {
        return fields().stream().map(AddedValues::name).toList();
    }

    static Map<String, Object> of(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field<?, ?> field : fields()) {
            values.put(name(field), READERS.get(field.type()).read(row, field.name()));
        }
        return Collections.unmodifiableMap(values);
    }

    private static List<? extends Field<?, ?>> fields() {
        return TweetFields.ADDED.stream().map(AddedField::field).toList();
    }

    private static String name(Field<?, ?> field) {
        return UNDERSCORE.matcher(field.name()).replaceAll(found -> found.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        Object[] elements = (Object[]) row.getArray(column).getArray();
        return Arrays.stream(elements).map(String::valueOf).toList();
    }
}
