package io.hashlake.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {

    private final Logger log = Logger.getLogger(DaemonThreads.class.getName());

    @Test
    void threadsAreNamedAfterTheirStageAndKeepNoProcessAlive() {
        Thread thread = new DaemonThreads("gaps").newThread(() -> {});

        assertThat(thread.getName()).isEqualTo("gaps");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void anErrorThatNobodyCaughtIsLoggedWithTheStage() throws InterruptedException {
        Lines lines = new Lines();
        log.addHandler(lines);
        try {
            Thread thread = DaemonThreads.of("cursors", () -> {
                throw new IllegalStateException("no cursor");
            });
            thread.start();
            thread.join();
        } finally {
            log.removeHandler(lines);
        }

        assertThat(lines.records).singleElement().satisfies(record -> {
            assertThat(record.getLevel().getName()).isIn("ERROR", "SEVERE");
            assertThat(record.getThrown()).hasMessage("no cursor");
        });
    }

    private static final class Lines extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        Lines() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {
            // kept as they come
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
