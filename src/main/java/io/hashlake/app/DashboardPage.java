package io.hashlake.app;

import io.hashlake.pipeline.Role;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Shows the dashboard where this process answers questions, and lets its page load and run nothing but its own files. */
@ApplicationScoped
public class DashboardPage {

    private static final int BEFORE_FILES_ARE_SERVED = 100;
    private static final int NOT_FOUND = 404;
    private static final String FEED = "/api/v1/live";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Settings settings;

    @Inject
    DashboardPage(Settings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_FILES_ARE_SERVED);
    }

    private void filter(RoutingContext request) {
        String path = request.normalizedPath();
        if (!isPage(path) && !path.equals(FEED)) {
            request.next();
        } else if (!settings.deployment().does(Role.API)) {
            request.response().setStatusCode(NOT_FOUND).end();
        } else {
            protect(path, request.response().headers());
            request.next();
        }
    }

    private static boolean isPage(String path) {
        return path.equals("/") || path.equals("/index.html") || path.startsWith("/dashboard/");
    }

    private static void protect(String path, MultiMap headers) {
        if (path.equals(FEED)) {
            // Proxies shall neither keep events nor hold them back.
            headers.set("Cache-Control", "no-store").set("X-Accel-Buffering", "no");
            return;
        }
        headers.set("Content-Security-Policy", POLICY);
    }
}
