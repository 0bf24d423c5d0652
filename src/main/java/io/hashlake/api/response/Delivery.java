package io.hashlake.api.response;

import io.hashlake.api.problem.ProblemType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Answers that are in memory as a whole until their clients have taken them: so many at once, and none for long. */
public final class Delivery {

    private final int concurrency;
    private final ResponseDeadline patience;
    private final Semaphore slots;

    /** @param patience how long a client may take */
    public Delivery(int concurrency, Duration patience) {
        this.concurrency = concurrency;
        this.patience = new ResponseDeadline(patience);
        this.slots = new Semaphore(concurrency);
    }

    public StreamingOutput of(byte[] body, Runnable cutOff) {
        return target -> write(body, target, cutOff);
    }

    private void write(byte[] body, OutputStream target, Runnable cutOff) throws IOException {
        if (!slots.tryAcquire()) {
            throw ProblemType.TOO_MANY_REQUESTS
                    .because(concurrency
                            + " answers have not been taken by their clients yet, which is as many as may at once")
                    .thrown();
        }
        try {
            patience.write(() -> target.write(body), "An answer in SQL", cutOff);
        } finally {
            slots.release();
        }
    }
}
