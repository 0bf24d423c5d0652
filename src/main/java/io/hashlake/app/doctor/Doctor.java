package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.settings.Settings;
import io.hashlake.thread.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Looks at everything that a deployment depends on, all at once. Nothing is written, no post is read, and no stream is opened, so
 * that a running process is not disturbed.
 */
public final class Doctor {

    private final List<Check> checks;
    private final Duration deadline;

    Doctor(List<Check> checks, Duration deadline) {
        this.checks = List.copyOf(checks);
        this.deadline = deadline;
    }

    /**
     * The checks that the configuration calls for.
     *
     * @param x where X is, or what stands in for it
     * @param deadline of each check
     */
    public static Doctor of(Settings settings, XAccess x, Clock clock, Duration deadline) {
        Stream<Check> all = Stream.of(
                        Stream.of(SystemChecks.versions()),
                        new XChecks(settings, x, clock, deadline).all(),
                        new DatabaseChecks(settings, clock, deadline).all(),
                        new StoreChecks(settings).all(),
                        new BrokerCheck(settings, deadline).all(),
                        new DiskChecks(settings).all())
                .flatMap(checks -> checks);
        return new Doctor(all.toList(), deadline);
    }

    /** The results, in the order of the checks. */
    public List<CheckResult> examine() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("doctor"));
        try {
            List<Future<CheckResult>> running = new ArrayList<>();
            checks.forEach(check -> running.add(threads.submit(check::run)));
            long end = System.nanoTime() + deadline.toNanos();
            List<CheckResult> results = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                results.add(result(checks.get(i), running.get(i), end));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private CheckResult result(Check check, Future<CheckResult> running, long end) throws InterruptedException {
        try {
            return running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return check.result(Finding.failure(
                    "no answer within " + deadline.toSeconds() + " s",
                    "see whether it hangs or a firewall drops packets"));
        } catch (ExecutionException e) {
            return check.result(Finding.failure(String.valueOf(e.getCause()), ""));
        }
    }
}
