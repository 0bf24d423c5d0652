package io.hashlake.app.runtime;

import io.hashlake.thread.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The end of the process, however it comes about. What the process has started ends with it, and whatever hangs is given up
 * before the ten seconds are over after which Docker kills.
 */
public final class ProcessEnd {

    private static final Logger LOG = Logger.getLogger(ProcessEnd.class);

    /** For everything but the embedded services. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    /** For these, where everything else hangs. */
    private static final Duration SERVICES = Duration.ofSeconds(3);

    /** As of a process that a signal has ended. */
    private static final int TERMINATED = 143;

    private static final CountDownLatch DOWN = new CountDownLatch(1);
    private static boolean isRunning;
    private static boolean isLimited;
    private static Runnable lastWords = () -> {};

    private ProcessEnd() {}

    /** To be called before anything is started that must not be left behind. */
    static void prepare() {
        Runtime.getRuntime().addShutdownHook(DaemonThreads.of("process-end", ProcessEnd::onExit));
    }

    /**
     * The pipeline is about to come up, and from now on comes down by itself.
     *
     * @param unfinished tells what is left when it does not come down in time
     */
    public static synchronized void running(Runnable unfinished) {
        isRunning = true;
        lastWords = unfinished;
    }

    /** The pipeline is down, or will never be up. */
    public static void reached() {
        DOWN.countDown();
    }

    /** Waits until the pipeline is down, where there is one. */
    static void await() throws InterruptedException {
        if (isRunning()) {
            DOWN.await();
        }
    }

    /** From now on the process has so much time left; then it ends with this code. */
    public static synchronized void limit(int exitCode) {
        if (!isLimited) {
            isLimited = true;
            DaemonThreads.of("process-end-deadline", () -> giveUpWhenLate(exitCode))
                    .start();
        }
    }

    private static synchronized boolean isRunning() {
        return isRunning;
    }

    /** A signal before the pipeline is up does not wait until it is. */
    private static void onExit() {
        limit(TERMINATED);
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        EmbeddedServices.stop();
        if (DOWN.getCount() > 0) {
            Runtime.getRuntime().halt(TERMINATED);
        }
    }

    private static void giveUpWhenLate(int exitCode) {
        try {
            if (DOWN.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.warnf("Not everything has stopped within %d s; ending all the same", LIMIT.toSeconds());
        lastWords.run();
        stopServices();
        Runtime.getRuntime().halt(exitCode);
    }

    /** In a thread of its own, for what hangs may be just that. */
    private static void stopServices() {
        Thread stopping = DaemonThreads.of("process-end-services", EmbeddedServices::stop);
        stopping.start();
        try {
            stopping.join(SERVICES.toMillis());
            EmbeddedServices.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
