package io.hashlake.app.http;

import io.hashlake.api.Problem;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Failures that clients cause before a resource is reached, which Quarkus would log as errors of the server's. */
@Singleton
public final class ClientFailures {

    private static final Logger LOG = Logger.getLogger(ClientFailures.class);
    private static final int BEFORE_ALL = -40_000;
    private static final int BAD_REQUEST = 400;

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL).failureHandler(ClientFailures::handle);
    }

    private static void handle(RoutingContext context) {
        if (!(context.failure() instanceof VertxException failure)) {
            context.next();
            return;
        }
        LOG.debugf("Request %s failed: %s", context.request().uri(), failure.getMessage());
        if (context.statusCode() == BAD_REQUEST && !context.response().headWritten()) {
            context.response().putHeader("Connection", "close");
            ProblemResponse.send(context, Problem.invalidRequest(failure.getMessage()))
                    .onComplete(sent -> context.request().connection().close());
        }
    }
}
