package io.hashlake.app.tracing;

import io.hashlake.core.TweetBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contexts of batches out of Kafka that no sink has committed. Those that never are, are forgotten in time. Threads share it. */
final class PolledContexts {

    private static final int MAX_BATCHES = 1_000;

    private final Map<List<String>, Map<String, Integer>> contexts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Map<String, Integer>> eldest) {
            return size() > MAX_BATCHES;
        }
    };

    synchronized void put(TweetBatch batch, Map<String, Integer> records) {
        contexts.put(key(batch), Map.copyOf(records));
    }

    synchronized Map<String, Integer> remove(TweetBatch batch) {
        return Optional.ofNullable(contexts.remove(key(batch))).orElse(Map.of());
    }

    private static List<String> key(TweetBatch batch) {
        return List.of(batch.origin(), batch.start(), batch.end());
    }
}
