package io.hashlake.app.runtime;

import io.hashlake.files.FileSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Holds Quarkus's own shutdown, which a signal starts in a thread of its own, until the pipeline has come down. */
@ApplicationScoped
public class OrderlyShutdown {

    private final FileSource files;

    @Inject
    OrderlyShutdown(FileSource files) {
        this.files = files;
    }

    void begin(@Observes ShutdownEvent event) throws InterruptedException {
        files.stop();
        ProcessEnd.await();
    }
}
