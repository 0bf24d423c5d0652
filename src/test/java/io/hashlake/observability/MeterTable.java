package io.hashlake.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The meters that {@link Meters} says it has. */
public final class MeterTable {

    private static final Path SOURCE = Path.of("src/main/java/io/hashlake/observability/Meters.java");
    private static final Pattern ROW =
            Pattern.compile("<tr><td>(hashlake_\\w+)(?:\\{([\\w,]+)})?</td><td>(.*)</td></tr>");

    private MeterTable() {}

    /** Each meter's labels, by its name as Prometheus sees it without the endings of timers. */
    public static Map<String, Set<String>> labels() throws IOException {
        Map<String, Set<String>> meters = new TreeMap<>();
        for (MatchResult row : rows()) {
            meters.put(
                    row.group(1),
                    row.group(2) == null
                            ? Set.of()
                            : new TreeSet<>(Set.of(row.group(2).split(","))));
        }
        return meters;
    }

    /** As lines of a table in Markdown. */
    static String markdown() throws IOException {
        StringBuilder table = new StringBuilder("| meter | labels | |\n| --- | --- | --- |\n");
        for (MatchResult row : rows()) {
            String labels = row.group(2) == null ? "" : "`" + row.group(2).replace(",", "`, `") + "`";
            table.append("| `%s` | %s | %s |\n".formatted(row.group(1), labels, row.group(3)));
        }
        return table.toString();
    }

    private static Iterable<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(SOURCE)).results().toList();
    }
}
