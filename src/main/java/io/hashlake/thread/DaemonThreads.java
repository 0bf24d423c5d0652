package io.hashlake.thread;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;

/** Threads of one stage: named after it, no obstacle to the end of the process, and never ended by an error without a log line. */
public final class DaemonThreads implements ThreadFactory {

    private static final Logger LOG = Logger.getLogger(DaemonThreads.class);

    private final String stage;

    /** @param stage name of the threads, which thread dumps and the log show */
    public DaemonThreads(String stage) {
        this.stage = stage;
    }

    /** A thread of the stage that has not been started. */
    public static Thread of(String stage, Runnable task) {
        Thread thread = new Thread(task, stage);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (ended, error) -> LOG.errorf(error, "Uncaught error in thread %s", ended.getName()));
        return thread;
    }

    /** One thread that runs the stage's tasks at their times. */
    public static ScheduledExecutorService scheduler(String stage) {
        return Executors.newSingleThreadScheduledExecutor(new DaemonThreads(stage));
    }

    @Override
    public Thread newThread(Runnable task) {
        return of(stage, task);
    }
}
