package io.hashlake.dynamodb;

import io.hashlake.dynamodb.PutResult.Outcome;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Puts several items at once. The first failure that is not one of an item alone makes those wait that have not been begun. */
final class ParallelPuts implements AutoCloseable {

    /** Puts one item. */
    @FunctionalInterface
    interface Put {
        PutResult of(PendingItem item) throws IOException;
    }

    /**
     * Results, one per item.
     *
     * @param failure that stopped the rest; null where there was none
     */
    record Results(List<PutResult> all, IOException failure) {}

    private final ExecutorService threads;

    ParallelPuts(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce, new DaemonThreads("dynamodb"));
    }

    Results all(List<PendingItem> items, Put put) throws IOException {
        AtomicReference<IOException> failure = new AtomicReference<>();
        List<Callable<PutResult>> tasks = items.stream()
                .<Callable<PutResult>>map(item -> () -> result(item, put, failure))
                .toList();
        try {
            List<PutResult> results = new ArrayList<>();
            for (Future<PutResult> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return new Results(results, failure.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing to DynamoDB");
        } catch (ExecutionException e) {
            throw new IllegalStateException("unexpected error while writing to DynamoDB", e.getCause());
        }
    }

    private static PutResult result(PendingItem item, Put put, AtomicReference<IOException> failure) {
        if (failure.get() == null) {
            try {
                return put.of(item);
            } catch (IOException e) {
                failure.compareAndSet(null, e);
            }
        }
        return new PutResult(item, Outcome.WAITING);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
