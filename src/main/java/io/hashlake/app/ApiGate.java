package io.hashlake.app;

import io.hashlake.pipeline.Role;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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

    private static final String UNREADABLE = """
            {"type":"urn:hashlake:problem:invalid-request","title":"The request is wrong","status":400,\
            "detail":"the address cannot be decoded: percent signs begin two hexadecimal digits, of UTF-8"}""";

    @Inject
    Settings settings;

    /** What comes before any resource is asked. */
    void install(@Observes Router router) {
        if (!settings.deployment().does(Role.API)) {
            router.route("/api*").order(FIRST).handler(request -> answer(request, 404, NOTHING));
        }
        router.errorHandler(400, request -> answer(request, 400, UNREADABLE));
    }

    private static void answer(RoutingContext request, int status, String problem) {
        if (!request.response().ended()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(problem);
        }
    }
}
