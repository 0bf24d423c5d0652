package io.hashlake.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** How long questions took, by kind. */
final class Latencies {

    private final Map<String, ConcurrentLinkedQueue<Long>> byKind = new ConcurrentSkipListMap<>();

    void add(String kind, long nanos) {
        byKind.computeIfAbsent(kind, key -> new ConcurrentLinkedQueue<>()).add(nanos);
    }

    long count() {
        return byKind.values().stream()
                .mapToLong(ConcurrentLinkedQueue::size)
                .max()
                .orElse(0);
    }

    /** A line a kind: the two percentiles, and how many there were. */
    void print(String title, int percentile, int other) {
        System.out.println(title);
        byKind.forEach((kind, nanos) -> {
            List<Long> sorted = nanos.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "  %-40s %8.1f %8.1f   of %,d%n",
                    kind,
                    at(sorted, percentile),
                    at(sorted, other),
                    sorted.size());
        });
    }

    private static double at(List<Long> sorted, int percentile) {
        return sorted.get((int) Math.min(sorted.size() - 1L, sorted.size() * (long) percentile / 100)) / 1e6;
    }
}
