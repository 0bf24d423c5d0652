package io.hashlake.warehouse.sink;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.Merge;
import io.hashlake.warehouse.jdbc.Sql;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Statements of the sink, with the columns that follow from the fields of posts and accounts. */
final class Statements {

    private static final String UNION =
            "%1$s = ARRAY(SELECT DISTINCT item COLLATE \"C\" AS item FROM unnest(old.%1$s || %2$s.%1$s) AS item ORDER BY item)";

    private static final String KNOWN = "%1$s = CASE WHEN old.observed_at = incoming.observed_at"
            + " THEN greatest(old.%1$s, incoming.%1$s) ELSE old.%1$s END";

    private static final String IS_IN_UNION = "old.%1$s @> incoming.%1$s";

    private static final String IS_KNOWN =
            "(old.observed_at <> incoming.observed_at OR coalesce(incoming.%1$s, -1) <= coalesce(old.%1$s, -1))";

    private static final Map<String, String> COLUMNS = Map.of(
            "tweet-columns", list(TweetRows.FIELDS, ", ", Field::name),
            "tweet-of-newest", list(withoutKey(TweetRows.FIELDS), ",\n    ", Statements::ofNewest),
            "tweet-enriched", list(enriched(), ",\n    ", Statements::enriched),
            "tweet-holds-all", list(enriched(), "\n    AND ", Statements::holdsAll),
            "user-columns", list(UserRows.FIELDS, ", ", Field::name),
            "user-of-newest", list(withoutKey(UserRows.FIELDS), ",\n    ", Statements::ofNewest));

    private Statements() {}

    static String load(String name) {
        return Sql.load("warehouse", name, COLUMNS);
    }

    private static String list(
            List<? extends Field<?, ?>> fields, String separator, Function<Field<?, ?>, String> text) {
        return fields.stream().map(text).collect(Collectors.joining(separator));
    }

    private static List<? extends Field<?, ?>> withoutKey(List<? extends Field<?, ?>> fields) {
        return fields.subList(1, fields.size());
    }

    /** Returns the fields that an observation may fill even when it is not newer. */
    private static List<? extends Field<?, ?>> enriched() {
        return TweetRows.FIELDS.stream()
                .filter(field -> field.merge() != Merge.NEWEST)
                .toList();
    }

    private static String ofNewest(Field<?, ?> field) {
        String format = field.merge() == Merge.UNION ? UNION : "%1$s = %2$s.%1$s";
        return format.formatted(field.name(), "excluded");
    }

    private static String enriched(Field<?, ?> field) {
        String format = field.merge() == Merge.UNION ? UNION : KNOWN;
        return format.formatted(field.name(), "incoming");
    }

    private static String holdsAll(Field<?, ?> field) {
        String format = field.merge() == Merge.UNION ? IS_IN_UNION : IS_KNOWN;
        return format.formatted(field.name());
    }
}
