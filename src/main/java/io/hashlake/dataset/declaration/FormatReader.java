package io.hashlake.dataset.declaration;

import io.hashlake.dataset.value.BooleanValue;
import io.hashlake.dataset.value.DateValue;
import io.hashlake.dataset.value.DecimalStyle;
import io.hashlake.dataset.value.DecimalValue;
import io.hashlake.dataset.value.IntegerValue;
import io.hashlake.dataset.value.Range;
import io.hashlake.dataset.value.TextValue;
import io.hashlake.dataset.value.TimePattern;
import io.hashlake.dataset.value.TimestampValue;
import io.hashlake.dataset.value.ValueFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the type of a column, its format and its constraints. */
final class FormatReader {

    /** The keys that each type has beside those of every column. */
    private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("text", List.of("max-length", "pattern", "values"));
        KEYS.put("integer", List.of("min", "max"));
        KEYS.put("decimal", List.of("format", "precision", "scale", "min", "max"));
        KEYS.put("boolean", List.of("format"));
        KEYS.put("date", List.of("format", "min", "max"));
        KEYS.put("timestamp", List.of("format", "zone"));
    }

    private static final ValueFormat PLACEHOLDER = new TextValue(Integer.MAX_VALUE, null, List.of());

    private final DeclaredKeys column;

    FormatReader(DeclaredKeys column) {
        this.column = column;
    }

    /** @param common keys that every column has */
    ValueFormat read(List<String> common) {
        String type = column.required("type");
        if (!KEYS.containsKey(type)) {
            if (!type.isEmpty()) {
                column.refuse("type", "must be among " + String.join(", ", KEYS.keySet()));
            }
            return PLACEHOLDER;
        }
        List<String> allowed = new ArrayList<>(common);
        allowed.addAll(KEYS.get(type));
        column.allow(allowed);
        try {
            return of(type);
        } catch (IllegalArgumentException e) {
            column.refuse("type", e.getMessage());
            return PLACEHOLDER;
        }
    }

    private ValueFormat of(String type) {
        return switch (type) {
            case "integer" -> new IntegerValue(range(Long::valueOf, "must be a whole number"));
            case "decimal" -> decimal();
            case "boolean" -> column.parsed("format", new BooleanValue("true", "false"), BooleanValue::of);
            case "date" ->
                new DateValue(
                        column.parsed("format", TimePattern.ofDate("yyyy-MM-dd"), TimePattern::ofDate),
                        range(LocalDate::parse, "must be a date such as 2026-12-31"));
            case "timestamp" -> timestamp();
            default -> text();
        };
    }

    private ValueFormat decimal() {
        DecimalStyle style = column.parsed(
                "format",
                DecimalStyle.POINT,
                text -> DecimalStyle.of(text).orElseThrow(),
                "must be among " + DecimalStyle.examples());
        return new DecimalValue(
                style,
                column.number("precision", 18),
                column.number("scale", 2),
                range(BigDecimal::new, "must be a number such as 1234.56"));
    }

    private ValueFormat timestamp() {
        return new TimestampValue(
                column.parsed("format", TimePattern.ofTimestamp("yyyy-MM-dd HH:mm:ss"), TimePattern::ofTimestamp),
                column.parsed("zone", ZoneId.of("UTC"), ZoneId::of, "must be a time zone such as America/Sao_Paulo"));
    }

    private ValueFormat text() {
        return new TextValue(
                column.number("max-length", Integer.MAX_VALUE),
                column.parsed("pattern", null, Pattern::compile, "must be a regular expression"),
                column.texts("values"));
    }

    private <T extends Comparable<? super T>> Range<T> range(Function<String, T> parser, String allowed) {
        return new Range<>(column.parsed("min", null, parser, allowed), column.parsed("max", null, parser, allowed));
    }
}
