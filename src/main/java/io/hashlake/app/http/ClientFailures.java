package io.hashlake.app.http;

import io.hashlake.api.problem.Problem;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
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
        boolean isOfBody = isOfBody(context);
        if (!isOfBody && !(context.failure() instanceof VertxException)) {
            context.next();
            return;
        }
        String failure = context.failure().getMessage();
        LOG.debugf("Request %s failed: %s", context.request().uri(), failure);
        if ((isOfBody || context.statusCode() == BAD_REQUEST)
                && !context.response().headWritten()) {
            context.response().putHeader("Connection", "close");
            String detail = isOfBody ? "the body cannot be read: " + failure : ofHead(context, failure);
            ProblemResponse.send(context, Problem.invalidRequest(detail))
                    .onComplete(sent -> context.request().connection().close());
            RequestDeadlines.channel(context).flush(); // Vert.x closes it as soon as it has told of a broken body
        }
    }

    /** Tells whether the body is broken: errors in chunks and trailers have no type of their own in the decoder of HTTP/1.1. */
    private static boolean isOfBody(RoutingContext context) {
        boolean isDecoders =
                context.failure() instanceof DecoderException || context.failure() instanceof IllegalArgumentException;
        return isDecoders && RequestBodies.isAwaited(context.request());
    }

    /** The framework calls a host that it cannot read a missing one. */
    private static String ofHead(RoutingContext context, String failure) {
        HttpServerRequest request = context.request();
        boolean isUnreadHost = request.authority() == null && request.headers().contains(HttpHeaders.HOST);
        return isUnreadHost ? "the header Host cannot be read: it must be a host, or host:port" : failure;
    }
}
