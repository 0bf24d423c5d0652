package io.hashlake.simulator.truth;

import java.util.Map;
import java.util.TreeMap;

/** Counts requests by path and outcome. */
public final class RequestLog {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    public synchronized void add(String path, String outcome) {
        counts.computeIfAbsent(path, key -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    }

    /** By path, then outcome: the status and, behind a space, the fault if there was one. */
    public synchronized Map<String, Map<String, Long>> counts() {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        counts.forEach((path, outcomes) -> copy.put(path, new TreeMap<>(outcomes)));
        return copy;
    }
}
