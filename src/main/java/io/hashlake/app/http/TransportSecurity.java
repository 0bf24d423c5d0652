package io.hashlake.app.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers that came by TLS to come by nothing else for a year. Over plain HTTP the header must not be sent. */
@Singleton
public final class TransportSecurity {

    private static final int BEFORE_ALL = -25_000;
    private static final String A_YEAR = "max-age=31536000";

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(TransportSecurity::add);
    }

    private static void add(RoutingContext context) {
        if (context.request().isSSL()) {
            context.response().putHeader("Strict-Transport-Security", A_YEAR);
        }
        context.next();
    }
}
