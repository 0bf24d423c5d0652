package io.hashlake.app.http;

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

    private final Handler<RoutingContext> collector;

    @Inject
    RequestBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.collector = BodyHandler.create(false).setBodyLimit(limit.asLongValue());
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(this::collect);
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
