package io.hashlake.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * End of the time that one statement has, over everything that is done for it. The server is told what is left of it each time;
 * where it does not keep to that, or the answer comes too slowly, the connection is taken away a moment later.
 */
final class Deadline implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Deadline.class);
    private static final Duration GRACE = Duration.ofMillis(500);

    private final long end;
    private final CompletableFuture<Void> finished;

    Deadline(Connection connection, Duration length, long begun) {
        this.end = begun + length.toNanos();
        this.finished = new CompletableFuture<Void>()
                .orTimeout(end + GRACE.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        finished.whenComplete((nothing, late) -> {
            if (late != null) {
                abort(connection);
            }
        });
    }

    /** At least 1, for 0 would be no limit. */
    long millisecondsLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    boolean isOver() {
        return finished.isCompletedExceptionally();
    }

    @Override
    public void close() {
        finished.complete(null);
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warnf("Cannot close the connection of a statement that timed out: %s", e.getMessage());
        }
    }
}
