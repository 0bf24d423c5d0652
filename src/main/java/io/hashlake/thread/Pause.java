package io.hashlake.thread;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /** @throws InterruptedIOException if the thread is to end instead */
    void of(Duration time) throws InterruptedIOException;

    /** Sleeps. */
    static void sleep(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in a pause of " + time.toMillis() + " ms");
        }
    }
}
