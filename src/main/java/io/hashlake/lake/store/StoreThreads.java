package io.hashlake.lake.store;

import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Threads that wait for a store. The calling thread is one of them, so a store that is fast enough for one needs no other;
 * the others end when they had nothing to do for a minute.
 */
public final class StoreThreads implements Parallel {

    private final int atOnce;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("lake-store"));

    /** @param atOnce how many operations may be under way, 1 or more */
    public StoreThreads(int atOnce) {
        this.atOnce = atOnce;
    }

    @Override
    public <T> void forEach(List<T> items, Operation<T> operation) throws IOException {
        Share<T> share = new Share<>(items, operation);
        List<CompletableFuture<Void>> others = IntStream.range(1, Math.min(atOnce, items.size()))
                .mapToObj(thread -> CompletableFuture.runAsync(share, threads))
                .toList();
        share.run();
        others.forEach(CompletableFuture::join);
        share.rethrow();
    }

    /** Each thread takes the next item until there is none, or one has failed. */
    private static final class Share<T> implements Runnable {
        private final List<T> items;
        private final Operation<T> operation;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Share(List<T> items, Operation<T> operation) {
            this.items = items;
            this.operation = operation;
        }

        @Override
        public void run() {
            int item = next.getAndIncrement();
            while (item < items.size() && failure.get() == null) {
                try {
                    operation.on(items.get(item));
                } catch (IOException | RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
                item = next.getAndIncrement();
            }
        }

        private void rethrow() throws IOException {
            Throwable first = failure.get();
            if (first instanceof IOException e) {
                throw e;
            }
            if (first instanceof RuntimeException e) {
                throw e;
            }
            if (first instanceof Error e) {
                throw e;
            }
        }
    }
}
