package io.hashlake.dataset.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Style of decimal numbers, named by the example that a declaration writes. Where thousands are grouped, they need not be. */
public enum DecimalStyle {
    POINT("1234.56", '.', ""),
    COMMA("1234,56", ',', ""),
    POINT_GROUPED("1,234.56", '.', ","),
    COMMA_GROUPED("1.234,56", ',', ".");

    private final String example;
    private final char mark;
    private final String group;
    private final Pattern shape;

    DecimalStyle(String example, char mark, String group) {
        this.example = example;
        this.mark = mark;
        this.group = group;
        String grouped = group.isEmpty() ? "" : "\\d{1,3}(?:[" + group + "]\\d{3})+|";
        this.shape = Pattern.compile("[+-]?(?:" + grouped + "\\d+)(?:[" + mark + "]\\d+)?");
    }

    /** The style of that example. */
    public static Optional<DecimalStyle> of(String example) {
        return Arrays.stream(values())
                .filter(style -> style.example.equals(example))
                .findFirst();
    }

    /** All examples, for a message. */
    public static String examples() {
        return Arrays.stream(values()).map(style -> style.example).collect(Collectors.joining(", "));
    }

    String example() {
        return example;
    }

    /** The number with a point and without groups; empty if it is not of this style. */
    Optional<String> plain(String text) {
        if (!shape.matcher(text).matches()) {
            return Optional.empty();
        }
        String ungrouped = group.isEmpty() ? text : text.replace(group, "");
        return Optional.of(ungrouped.replace(mark, '.'));
    }
}
