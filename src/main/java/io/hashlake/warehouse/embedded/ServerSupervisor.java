package io.hashlake.warehouse.embedded;

import io.hashlake.core.Backoff;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Starts the embedded server again when it has ended by itself, on the port that it had, so that every client finds it there
 * again. A full disk is waited for: no start succeeds before there is room, and the first one after that does.
 */
final class ServerSupervisor implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ServerSupervisor.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final long CLOSE_MILLIS = 5_000;
    private static final String PORT_TAKEN = "Address already in use";

    private final PostgresServer server;
    private final Clock clock;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private final Thread thread = DaemonThreads.of("embedded-postgresql", this::supervise);
    private volatile ServerStatus status = new ServerStatus.Running();
    private volatile Optional<ProcessHandle> process;
    private long logged;
    private Instant told = Instant.EPOCH;

    /** @param server that runs */
    ServerSupervisor(PostgresServer server, Clock clock) throws IOException {
        this.server = server;
        this.clock = clock;
        this.logged = logSize();
        this.process = Postmaster.of(server.cluster()).process();
        thread.start();
    }

    ServerStatus status() {
        return status;
    }

    /** From now on nothing is started again. A start that is under way is waited for, so that the server can be stopped. */
    @Override
    public void close() {
        closed.complete(null);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends even a server that is suspended. */
    void kill() {
        closed.complete(null);
        process.ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Ends the server without a command of its own; what it had not written to its files it recovers from its log. */
    void endServer() {
        process.ifPresent(postmaster -> {
            postmaster.destroy();
            try {
                postmaster.onExit().get(CLOSE_MILLIS / 2, TimeUnit.MILLISECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                postmaster.destroyForcibly();
            }
        });
    }

    private void supervise() {
        awaitEnd();
        while (!closed.isDone()) {
            ServerStatus.Ended ended = new ServerStatus.Ended(clock.instant(), reason(), false);
            status = ended;
            told = clock.instant();
            LOG.errorf("%s; restarting it", status);
            startUntilItRuns(ended);
            awaitEnd();
        }
    }

    private void awaitEnd() {
        while (!closed.isDone()) {
            try {
                process = Postmaster.of(server.cluster()).process();
                process.ifPresent(postmaster ->
                        CompletableFuture.anyOf(postmaster.onExit(), closed).join());
                requireFiles();
                return;
            } catch (IOException e) {
                LOG.debugf(e, "Cannot check on the embedded PostgreSQL; retrying");
                pause();
            }
        }
    }

    /** While no file can be opened, a process that runs seems to have ended. */
    private void requireFiles() throws IOException {
        Postmaster.of(server.cluster());
    }

    private void startUntilItRuns(ServerStatus.Ended ended) {
        while (!closed.isDone()) {
            if (isStarted(ended)) {
                backoff.reset();
                status = new ServerStatus.Running();
                Duration outage = Duration.between(ended.since(), clock.instant());
                LOG.infof("The embedded PostgreSQL recovered after %d ms", outage.toMillis());
                return;
            }
            pause();
        }
    }

    private void pause() {
        try {
            closed.get(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("Retrying");
        } catch (InterruptedException | ExecutionException e) {
            closed.complete(null);
        }
    }

    private boolean isStarted(ServerStatus.Ended ended) {
        try {
            logged = logSize();
            server.stopOrphan();
            server.start();
            return true;
        } catch (IOException e) {
            boolean isTaken = e.getMessage().contains(PORT_TAKEN);
            status = new ServerStatus.Ended(ended.since(), ended.reason() + "; " + e.getMessage(), isTaken);
            tellNowAndThen();
            return false;
        }
    }

    private void tellNowAndThen() {
        if (!clock.instant().isBefore(told.plus(QUIET))) {
            told = clock.instant();
            LOG.errorf("Cannot restart the embedded PostgreSQL; retrying: %s", status);
        }
    }

    private String reason() {
        try {
            return server.lastWords(logged);
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    private long logSize() throws IOException {
        return Files.exists(server.log()) ? Files.size(server.log()) : 0;
    }
}
