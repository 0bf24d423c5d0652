package io.hashlake.pipeline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.core.Cursors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorWriterTest {

    private final Store store = new Store();
    private final CursorWriter cursors = new CursorWriter(store);

    @AfterEach
    void close() {
        store.isOut = false;
        cursors.close();
    }

    @Test
    void storesPositionsBeforeLong() throws IOException {
        cursors.advanceSoon("covid", "1");

        await().untilAsserted(() -> assertThat(store.positions()).containsEntry("covid", "1"));
    }

    @Test
    void storesWhatGatheredDuringOneTransactionInTheNext() throws Exception {
        store.gate = new CountDownLatch(1);
        cursors.advanceSoon("a", "1");
        await().until(() -> store.isBusy);
        for (String origin : List.of("a", "b", "c", "d")) {
            cursors.advanceSoon(origin, "2");
        }
        store.gate.countDown();

        await().untilAsserted(() -> assertThat(store.transactions())
                .containsExactly(Map.of("a", "1"), Map.of("a", "2", "b", "2", "c", "2", "d", "2")));
    }

    @Test
    void givesNoPositionThatIsNotDurable() throws IOException {
        store.isOut = true;
        cursors.advanceSoon("covid", "1");

        assertThatThrownBy(() -> cursors.position("covid")).isInstanceOf(IOException.class);
        store.isOut = false;
        assertThat(cursors.position("covid")).contains("1");
        assertThat(store.positions()).containsEntry("covid", "1");
    }

    @Test
    void saysThatTheStoreIsOutAndStoresWhenItIsBack() throws IOException {
        store.isOut = true;
        cursors.advanceSoon("covid", "1");
        await().untilAsserted(() ->
                assertThatThrownBy(() -> cursors.advanceSoon("covid", "2")).hasMessageContaining("out"));
        store.isOut = false;

        await().untilAsserted(() -> assertThat(store.positions()).containsEntry("covid", "2"));
        await().untilAsserted(() -> cursors.advanceSoon("covid", "3"));
    }

    @Test
    void storesAtOnceWhatMustBeDurableAndForgetsWhatWaited() throws IOException {
        store.isOut = true;
        cursors.advanceSoon("covid", "1");
        store.isOut = false;
        cursors.advance("covid", "2");

        assertThat(cursors.position("covid")).contains("2");
        cursors.close();
        assertThat(store.positions()).containsEntry("covid", "2");
    }

    @Test
    void storesWhatWaitsWhenItIsClosed() throws IOException {
        cursors.advanceSoon("covid", "1");
        cursors.close();

        assertThat(store.positions()).containsEntry("covid", "1");
    }

    private static final class Store implements Cursors {

        private final List<Map<String, String>> transactions = new ArrayList<>();
        private final Map<String, String> positions = new TreeMap<>();
        private volatile boolean isOut;
        private volatile boolean isBusy;
        private volatile CountDownLatch gate = new CountDownLatch(0);

        synchronized Map<String, String> positions() {
            return Map.copyOf(positions);
        }

        synchronized List<Map<String, String>> transactions() {
            return List.copyOf(transactions);
        }

        @Override
        public synchronized Optional<String> position(String origin) {
            return Optional.ofNullable(positions.get(origin));
        }

        @Override
        public void advance(String origin, String position) throws IOException {
            advanceAll(Map.of(origin, position));
        }

        @Override
        public void advanceAll(Map<String, String> reached) throws IOException {
            isBusy = true;
            awaitGate();
            if (isOut) {
                throw new IOException("the store is out");
            }
            synchronized (this) {
                transactions.add(reached);
                positions.putAll(reached);
            }
        }

        private void awaitGate() throws IOException {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
