package io.hashlake.app;

import io.hashlake.files.FileSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds Quarkus's own shutdown, which a signal starts in a thread of its own, until the pipeline has come down. */
@ApplicationScoped
public class OrderlyShutdown {

    private static final long MOST_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final FileSource files;

    @Inject
    OrderlyShutdown(FileSource files) {
        this.files = files;
    }

    void begin(@Observes ShutdownEvent event) throws InterruptedException {
        files.stop();
        finished.await(MOST_SECONDS, TimeUnit.SECONDS);
    }

    /** The pipeline is down. */
    void finish() {
        finished.countDown();
    }
}
