package io.hashlake.app;

import io.hashlake.pipeline.Role;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shuts the API where the process does not have the role for it, its description and documentation included. */
@Singleton
public final class ApiGate {

    private static final int FIRST = -10_000;

    private static final String NOTHING = """
            {"type":"urn:hashlake:problem:not-found","title":"Nothing is here","status":404,\
            "detail":"this process does not have the role api; see hashlake.roles"}""";

    @Inject
    Settings settings;

    void install(@Observes Router router) {
        if (!settings.deployment().does(Role.API)) {
            router.route("/api*").order(FIRST).handler(request -> request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(NOTHING));
        }
    }
}
