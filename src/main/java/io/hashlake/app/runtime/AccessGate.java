package io.hashlake.app.runtime;

import io.hashlake.api.ApiConfig;
import io.hashlake.api.access.Access;
import io.hashlake.api.access.AccessPolicy;
import io.hashlake.api.access.Door;
import io.hashlake.api.access.ProviderRoles;
import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemType;
import io.hashlake.app.audit.AuditLog;
import io.hashlake.app.audit.AuditLog.Area;
import io.hashlake.app.http.ProblemResponse;
import io.hashlake.app.settings.Settings;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Lets requests pass that may read or change something, by a token of the configuration or of an identity provider. */
@Singleton
public final class AccessGate {

    private static final Logger LOG = Logger.getLogger(AccessGate.class);

    /** Behind Quarkus's own handler, which provides the identity of whoever is asked for it. */
    private static final int AFTER_AUTHENTICATION = -150;

    private final AccessPolicy policy;
    private final ProviderRoles roles;
    private final IdentityProviderManager identities;
    private final AuditLog audit;

    @Inject
    AccessGate(Settings settings, IdentityProviderManager identities, AuditLog audit) {
        this.policy = settings.access();
        this.roles = Settings.roles(settings.of(ApiConfig.class));
        this.identities = identities;
        this.audit = audit;
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_AUTHENTICATION).handler(this::check);
    }

    private void check(RoutingContext context) {
        Door door = Door.of(context.request().method().name(), context.normalizedPath());
        Access access = policy.check(door, context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (access instanceof Access.Deferred) {
            askProvider(context, door);
        } else {
            end(context, door, access, "the token hashlake.api.token");
        }
    }

    /** Quarkus would answer a wrong token itself, without a problem, if it were not given a handler. */
    private void askProvider(RoutingContext context, Door door) {
        BiConsumer<RoutingContext, Throwable> refusal = (refused, failure) -> refuse(refused, door, failure);
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refusal);
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(
                        identity -> end(context, door, access(door, identity), "user " + name(identity)),
                        failure -> refuse(context, door, failure));
    }

    private Access access(Door door, SecurityIdentity identity) {
        return roles.check(door, identity.getRoles());
    }

    private static String name(SecurityIdentity identity) {
        return identity.getPrincipal().getName();
    }

    /** A provider that does not answer is an outage, not a wrong token. */
    private void refuse(RoutingContext context, Door door, Throwable failure) {
        if (context.response().ended()) {
            return;
        }
        boolean isToken = failure instanceof AuthenticationFailedException;
        if (!isToken) {
            LOG.warnf("The identity provider cannot be asked: %s", failure.getMessage());
        }
        Problem problem = isToken
                ? ProblemType.UNAUTHORIZED.because("the identity provider does not accept the token")
                : ProblemType.UNAVAILABLE.because("the identity provider cannot be asked just now; try again");
        end(context, door, new Access.Refused(problem), "");
    }

    private void end(RoutingContext context, Door door, Access access, String by) {
        if (access instanceof Access.Refused refused) {
            challenge(context, door, refused.problem());
            return;
        }
        if (door == Door.CHANGE) {
            audit.record(Area.REQUEST, "accepted", context.request().method() + " " + context.normalizedPath(), by);
        }
        context.next();
    }

    /** Browsers ask their users only where they read. */
    private static void challenge(RoutingContext context, Door door, Problem problem) {
        if (problem.status() == ProblemType.UNAUTHORIZED.status()) {
            List<String> challenges =
                    door == Door.READ ? List.of("Basic realm=\"Hashlake\"", "Bearer") : List.of("Bearer");
            context.response().putHeader("WWW-Authenticate", challenges);
        }
        ProblemResponse.send(context, problem);
    }
}
