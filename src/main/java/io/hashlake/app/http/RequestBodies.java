package io.hashlake.app.http;

import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Collects bodies before a resource gets a thread, which clients that send slowly would hold otherwise. Not those of HTTP/2:
 * the framework cannot take over a request of HTTP/2 that has been read.
 */
@Singleton
public final class RequestBodies {

    private static final int BEFORE_RESOURCES = -1;

    /** Quarkus refuses bodies at -2, without a word. */
    private static final int BEFORE_LIMIT = -3;

    private final long limit;
    private final Handler<RoutingContext> collector;

    @Inject
    RequestBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
        this.collector = BodyHandler.create(false).setBodyLimit(this.limit);
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_LIMIT).handler(this::limit);
        router.route().order(BEFORE_RESOURCES).handler(this::collect).failureHandler(this::fail);
    }

    private void limit(RoutingContext context) {
        if (announced(context.request()) > limit) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        try {
            return Long.parseLong(request.headers().get(HttpHeaders.CONTENT_LENGTH));
        } catch (NumberFormatException e) {
            return 0; // also where there is none
        }
    }

    private void fail(RoutingContext context) {
        if (context.statusCode() == ProblemType.TOO_LARGE.status()
                && !context.response().headWritten()) {
            refuse(context);
        } else {
            context.next();
        }
    }

    /** The rest of the body is not awaited. */
    private void refuse(RoutingContext context) {
        boolean isHttp2 = context.request().version() == HttpVersion.HTTP_2;
        if (!isHttp2) {
            context.response().putHeader("Connection", "close");
        }
        Problem problem = ProblemType.TOO_LARGE.because(
                "the body has more than " + limit + " bytes: send less, or raise quarkus.http.limits.max-body-size");
        ProblemResponse.send(context, problem).onComplete(sent -> {
            if (!isHttp2) {
                context.request().connection().close();
            }
        });
    }

    private void collect(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isAwaited(request) && request.version() != HttpVersion.HTTP_2) {
            collector.handle(context);
        } else {
            context.next();
        }
    }

    /** Tells whether a request may have a body that has not arrived; in HTTP/2, no header has to announce it. */
    static boolean isAwaited(HttpServerRequest request) {
        boolean isAnnounced = request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return !request.isEnded() && (isAnnounced || request.version() == HttpVersion.HTTP_2);
    }
}
