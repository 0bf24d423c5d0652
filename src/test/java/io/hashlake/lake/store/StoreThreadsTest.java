package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.lake.commit.SimulatedProcess;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreThreadsTest {

    private static List<Integer> items(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void doesItOnceWithEveryItem() throws IOException {
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger calls = new AtomicInteger();
        new StoreThreads(8).forEach(items(1_000), item -> {
            seen.add(item);
            calls.incrementAndGet();
        });

        assertThat(seen).hasSize(1_000);
        assertThat(calls).hasValue(1_000);
    }

    @Test
    void hasAsManyUnderWayAsItMay() throws IOException {
        CyclicBarrier together = new CyclicBarrier(4);
        new StoreThreads(4).forEach(items(8), item -> await(together));

        assertThat(together.getNumberWaiting()).isZero();
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    @Test
    void needsNoThreadWhereTheStoreIsFast() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        new StoreThreads(1).forEach(items(10), item -> threads.add(Thread.currentThread()));

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void beginsNothingMoreAfterAFailureAndWaitsForWhatWasBegun() {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger over = new AtomicInteger();

        assertThatThrownBy(() -> new StoreThreads(4).forEach(items(100), item -> {
                    begun.incrementAndGet();
                    if (item == 0) {
                        failed.countDown();
                        throw new IOException("out");
                    }
                    awaitQuietly(failed);
                    over.incrementAndGet();
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("out");
        assertThat(over).hasValue(begun.get() - 1);
        assertThat(begun.get()).isLessThan(20);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void handsOnAnErrorAsItIs() {
        assertThatThrownBy(() -> new StoreThreads(2).forEach(items(2), item -> {
                    throw new SimulatedProcess.Killed();
                }))
                .isInstanceOf(SimulatedProcess.Killed.class);
    }
}
