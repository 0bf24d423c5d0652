package io.hashlake.warehouse.analytics.cache;

import io.hashlake.warehouse.analytics.CachedAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Answers by question. However many ask at once, one of them fetches the answer, and the others get the same. An answer
 * that has just become too old is still given while a new one is fetched in the background. Failures are not kept.
 */
final class AnswerCache {

    private final int mostRows;
    private final Clock clock;
    private final Executor background;
    private final Map<Object, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long rows;

    /** @param mostRows rows of all cached results together; the least recently used are evicted first */
    AnswerCache(int mostRows, Clock clock, Executor background) {
        this.mostRows = mostRows;
        this.clock = clock;
        this.background = background;
    }

    /**
     * @param fresh for how long an answer is good
     * @throws IOException if the source, asked now, throws it
     */
    <T> T get(Object question, Duration fresh, Loader<T> source) throws IOException {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        Entry entry;
        CachedAnswer known;
        CompletableFuture<Object> flight;
        synchronized (entries) {
            entry = entries.computeIfAbsent(question, key -> new Entry());
            known = entry.answer;
            if (known != null && known.isFresh(clock.instant(), fresh)) {
                return AnswerCache.<T>cast(known.value());
            }
            entry.flight = entry.flight == null ? mine : entry.flight;
            flight = entry.flight;
        }
        boolean bearable = known != null && known.isBearable(clock.instant(), fresh);
        if (flight == mine) {
            run(() -> fetch(question, entry, flight, source), bearable);
        }
        return AnswerCache.<T>cast(bearable ? known.value() : landed(flight));
    }

    private void run(Runnable errand, boolean inBackground) {
        if (!inBackground) {
            errand.run();
            return;
        }
        try {
            background.execute(errand);
        } catch (RejectedExecutionException e) {
            errand.run();
        }
    }

    private void fetch(Object question, Entry entry, CompletableFuture<Object> flight, Loader<?> source) {
        Instant asked = clock.instant();
        try {
            Object value = source.get();
            keep(question, entry, new CachedAnswer(value, asked, Duration.between(asked, clock.instant())));
            flight.complete(value);
        } catch (Throwable e) {
            keep(question, entry, entry.answer);
            flight.completeExceptionally(e);
        }
    }

    private void keep(Object question, Entry entry, CachedAnswer answer) {
        synchronized (entries) {
            entry.flight = null;
            if (entries.get(question) != entry) {
                return;
            }
            rows += weight(answer) - weight(entry.answer);
            entry.answer = answer;
            if (answer == null) {
                entries.remove(question);
            }
            evict();
        }
    }

    private void evict() {
        Iterator<Entry> eldest = entries.values().iterator();
        while (rows > mostRows && eldest.hasNext()) {
            rows -= weight(eldest.next().answer);
            eldest.remove();
        }
    }

    private static long weight(CachedAnswer answer) {
        if (answer == null) {
            return 0;
        }
        return answer.value() instanceof Collection<?> list ? 1 + list.size() : 1;
    }

    private static Object landed(CompletableFuture<Object> flight) throws IOException {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException outage) {
                throw new IOException(outage.getMessage(), outage);
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    interface Loader<T> {
        T get() throws IOException;
    }

    private static final class Entry {
        private CachedAnswer answer;
        private CompletableFuture<Object> flight;
    }
}
