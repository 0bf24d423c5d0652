package io.hashlake.lake.parquet;

import static java.util.Map.entry;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.FieldType;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetFields;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The columns of {@code tweets/}: all fields of a post. */
public final class TweetSchema {

    /** Types of values, and of elements where the field is a list. */
    private static final Map<FieldType<?>, ColumnType<?>> TYPES = Map.ofEntries(
            entry(FieldType.ID, ColumnType.INTEGER),
            entry(FieldType.COUNT, ColumnType.INTEGER),
            entry(FieldType.FLAG, ColumnType.FLAG),
            entry(FieldType.REAL, ColumnType.NUMBER),
            entry(FieldType.TIMESTAMP, ColumnType.TIMESTAMP),
            entry(FieldType.TEXT, ColumnType.TEXT),
            entry(FieldType.TERM, ColumnType.TERM),
            entry(FieldType.LONG_TEXT, ColumnType.LONG_TEXT),
            entry(FieldType.IDS, ColumnType.INTEGER),
            entry(FieldType.TEXTS, ColumnType.TEXT),
            entry(FieldType.TERMS, ColumnType.TERM));

    public static final List<Column<Tweet>> COLUMNS =
            TweetFields.ALL.stream().<Column<Tweet>>map(TweetSchema::column).toList();

    public static final Table<Tweet> TABLE = Table.of("tweet", "One post as it looked when it was observed", COLUMNS);

    private TweetSchema() {}

    private static Column<Tweet> column(Field<Tweet, ?> field) {
        ColumnType<?> type = TYPES.get(field.type());
        return Column.of(field.name(), type, schema(field, type), field.meaning(), field.value()::write);
    }

    private static Schema schema(Field<Tweet, ?> field, ColumnType<?> type) {
        if (field.type().isList()) {
            return Schema.createArray(type.schema());
        }
        return field.optional() ? type.orNull() : type.schema();
    }
}
