package io.hashlake.acceptance;

import io.hashlake.tweet.Snowflake;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How old posts are when they are first seen in the warehouse, of one post in {@value #OF}. */
final class Freshness {

    private static final int OF = 61;

    /** Posts that become visible out of order are found for so long. */
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final Set<Long> seen = new HashSet<>();
    private final List<Long> all = new ArrayList<>();
    private List<Long> recent = new ArrayList<>();
    private List<Long> reported = List.of();
    private final long first;
    private long newest;

    /**
     * Watches posts that are written from now on. An index of them alone makes looking cheap: the measurement would be a good
     * part of what it measures.
     */
    Freshness(Cluster cluster) throws SQLException {
        cluster.execute("create index if not exists watched on twitter.tweet (id) where id % " + OF + " = 0");
        this.cluster = cluster;
        this.first = Snowflake.firstAt(Instant.now());
        this.newest = first;
    }

    void look() throws SQLException {
        long from = Math.max(Snowflake.firstAt(Snowflake.time(newest).minus(WINDOW)), first);
        List<String> rows =
                cluster.query("select id from twitter.tweet where id > " + from + " and id % " + OF + " = 0");
        Instant now = Instant.now();
        for (String row : rows) {
            long id = Long.parseLong(row);
            newest = Math.max(newest, id);
            if (seen.add(id)) {
                recent.add(Duration.between(Snowflake.time(id), now).toMillis());
            }
        }
    }

    /** Whether half of what the last report tells of was older than this. */
    boolean isOlderThan(Duration age) {
        return reported.isEmpty() || at(reported.stream().sorted().toList(), 0.5) > age.toMillis();
    }

    String sinceLast() {
        String line = describe(recent);
        all.addAll(recent);
        reported = recent;
        recent = new ArrayList<>();
        return line;
    }

    String overall() {
        return describe(all);
    }

    private static String describe(List<Long> ages) {
        List<Long> sorted = ages.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%,9d posts  age when visible: p50 %,6d ms, p99 %,6d ms, most %,6d ms",
                sorted.size() * OF,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
