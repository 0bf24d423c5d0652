package io.hashlake.warehouse.sink;

import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.NewestObservationTest.Seen;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What tests of concurrent and repeated observations compare: the tables' contents and a plain model of them. */
record WarehouseState(Map<Long, TweetState> tweets, Map<Long, AccountState> accounts) {

    record TweetState(String text, Long likes, Instant observedAt, Instant firstSeenAt, List<String> followed) {}

    record AccountState(String name, Long followers, Instant observedAt) {}

    static WarehouseState of(DataSource database) throws SQLException {
        Map<Long, TweetState> tweets = new TreeMap<>();
        for (var row : TestWarehouse.rows(database, "SELECT * FROM twitter.tweet")) {
            tweets.put(
                    (Long) row.get("id"),
                    new TweetState(
                            (String) row.get("text"),
                            (Long) row.get("like_count"),
                            (Instant) row.get("observed_at"),
                            (Instant) row.get("first_seen_at"),
                            strings(row.get("followed"))));
        }
        Map<Long, AccountState> accounts = new TreeMap<>();
        for (var row : TestWarehouse.rows(database, "SELECT * FROM twitter.\"user\"")) {
            accounts.put(
                    (Long) row.get("id"),
                    new AccountState((String) row.get("name"), (Long) row.get("followers_count"), (Instant)
                            row.get("observed_at")));
        }
        return new WarehouseState(tweets, accounts);
    }

    static WarehouseState expected(List<Seen> all) {
        return new WarehouseState(
                grouped(all, Seen::id, WarehouseState::tweet), grouped(all, Seen::author, WarehouseState::account));
    }

    private static <T> Map<Long, T> grouped(List<Seen> all, Function<Seen, Long> key, Function<List<Seen>, T> state) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), state)));
    }

    private static TweetState tweet(List<Seen> seen) {
        int newest = seen.stream().mapToInt(Seen::second).max().orElseThrow();
        boolean counted = seen.stream().anyMatch(one -> one.second() == newest && one.counted());
        return new TweetState(
                "text at " + newest,
                counted ? (long) newest : null,
                Tweets.OBSERVED.plusSeconds(newest),
                seen.stream().map(Seen::at).min(Comparator.naturalOrder()).orElseThrow(),
                List.copyOf(seen.stream()
                        .flatMap(one -> one.followed().stream())
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static AccountState account(List<Seen> seen) {
        return seen.stream()
                .filter(Seen::described)
                .max(Comparator.comparingInt(Seen::second))
                .map(one -> new AccountState("name at " + one.second(), (long) one.second(), one.at()))
                .orElse(new AccountState(null, null, null));
    }

    private static List<String> strings(Object array) {
        return ((List<?>) array).stream().map(String.class::cast).toList();
    }
}
