package io.hashlake.app.runtime;

import io.hashlake.api.ApiConfig;
import io.hashlake.api.access.HostNames;
import io.hashlake.api.access.RequestHead;
import io.hashlake.api.access.RequestPolicy;
import io.hashlake.api.problem.Problem;
import io.hashlake.app.http.ProblemResponse;
import io.hashlake.app.settings.Settings;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Door of everything that is served: API, feed, dashboard, health and metrics. */
@Singleton
public final class HostGate {

    private static final int BEFORE_ALL = -20_000;

    private final RequestPolicy policy;

    @Inject
    HostGate(ApiConfig config, @ConfigProperty(name = "quarkus.http.host") String boundTo) {
        this.policy = new RequestPolicy(new HostNames(isLoopback(boundTo), Settings.hosts(config)));
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::check);
    }

    private void check(RoutingContext context) {
        Optional<Problem> refusal = policy.refusal(head(context.request()));
        refusal.ifPresentOrElse(problem -> ProblemResponse.send(context, problem), context::next);
    }

    private static RequestHead head(HttpServerRequest request) {
        List<String> hosts = new ArrayList<>(request.headers().getAll(HttpHeaders.HOST));
        if (request.version() == HttpVersion.HTTP_2 && request.authority() != null) {
            String authority = request.authority().toString();
            hosts.removeIf(authority::equalsIgnoreCase);
            hosts.add(authority);
        }
        return new RequestHead(
                request.method().name(),
                request.uri(),
                hosts,
                request.headers().getAll(HttpHeaders.ORIGIN),
                request.version() == HttpVersion.HTTP_1_0);
    }

    /** An address that cannot be looked up is one that nothing can be bound to. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
