package io.hashlake.api.response;

import io.hashlake.api.problem.ClientGoneException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Time that a client may take for a part of a response; then it is cut off.
 *
 * @param length for each part
 */
public record ResponseDeadline(Duration length) {

    private static final Logger LOG = Logger.getLogger(ResponseDeadline.class);

    /** Writes a part, and waits until it is taken. */
    public interface Writing {
        void run() throws IOException;
    }

    /**
     * Writes a part in time.
     *
     * @param what for the log
     * @param cutOff takes the connection from the client
     * @throws ClientGoneException if it went away, or was cut off
     */
    public void write(Writing part, String what, Runnable cutOff) throws ClientGoneException {
        CompletableFuture<Void> taken =
                new CompletableFuture<Void>().orTimeout(length.toMillis(), TimeUnit.MILLISECONDS);
        taken.whenComplete((nothing, late) -> {
            if (late != null) {
                LOG.infof("%s is cut off: its client took longer than %s", what, length);
                cutOff.run();
            }
        });
        try {
            part.run();
        } catch (IOException e) {
            throw new ClientGoneException(e);
        } finally {
            taken.complete(null);
        }
    }

    /** The connection's own {@code close} would wait until everything is sent. */
    public static void cutOff(HttpServerRequest request) {
        ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }
}
