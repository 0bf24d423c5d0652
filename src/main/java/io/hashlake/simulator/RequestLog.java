package io.hashlake.simulator;

import java.util.Map;
import java.util.TreeMap;

/** Counts requests by path and outcome. */
final class RequestLog {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    synchronized void add(String path, String outcome) {
        counts.computeIfAbsent(path, key -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    }

    /** By path, then outcome: the status and, behind a space, the fault if there was one. */
    synchronized Map<String, Map<String, Long>> counts() {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        counts.forEach((path, outcomes) -> copy.put(path, new TreeMap<>(outcomes)));
        return copy;
    }
}
