package io.hashlake.app.runtime;

import io.hashlake.api.problem.Problem;
import io.hashlake.app.http.ProblemResponse;
import io.hashlake.app.settings.Settings;
import io.hashlake.pipeline.Role;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shuts the API, its description and documentation, the feed and the dashboard where the process does not have the role for them. */
@Singleton
public final class ApiGate {

    private static final int FIRST = -10_000;
    private static final List<String> PATHS = List.of("/api*", "/", "/index.html", "/dashboard/*", "/_static/*");

    private static final Problem NOTHING =
            Problem.notFound("this process does not have the role api; see hashlake.roles");

    @Inject
    Settings settings;

    void install(@Observes Router router) {
        if (!settings.deployment().does(Role.API)) {
            PATHS.forEach(path -> close(router, path));
        }
    }

    private static void close(Router router, String path) {
        router.route(path).order(FIRST).handler(context -> ProblemResponse.send(context, NOTHING));
    }
}
