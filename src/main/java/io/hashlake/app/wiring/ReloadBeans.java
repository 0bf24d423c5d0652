package io.hashlake.app.wiring;

import io.hashlake.api.ApiConfig;
import io.hashlake.api.SourceRoutes;
import io.hashlake.app.audit.AuditLog;
import io.hashlake.app.audit.AuditedRoutes;
import io.hashlake.app.runtime.ActiveSinks;
import io.hashlake.app.runtime.ReloadLog;
import io.hashlake.app.settings.FileNames;
import io.hashlake.app.settings.Settings;
import io.hashlake.live.RefusedRoutes;
import io.hashlake.live.RouteReport;
import io.hashlake.live.SourceTrouble;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.reload.HashtagFiles;
import io.hashlake.pipeline.reload.ReloadListener;
import io.hashlake.pipeline.reload.RouteReload;
import io.hashlake.pipeline.reload.RoutesInForce;
import io.hashlake.pipeline.reload.SettledRoutes;
import io.hashlake.pipeline.route.FollowedHashtags;
import io.hashlake.source.Sources;
import io.hashlake.tweet.Hashtag;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Puts together what brings changed route files into force, and what tells of it. */
public final class ReloadBeans {

    @Produces
    @Singleton
    RoutesInForce routesInForce(Settings settings) {
        return new RoutesInForce(settings.routes());
    }

    @Produces
    @Singleton
    RouteReload reload(
            Settings settings, RoutesInForce inForce, ActiveSinks sinks, ReloadListener listener, CamelContext camel) {
        Path directory = settings.of(PipelineConfig.class).routes();
        SettledRoutes routes = new SettledRoutes(() -> RouteFiles.in(directory, settings.deployment()), inForce);
        return new RouteReload(
                routes,
                inForce,
                files -> FileNames.warning(settings, FollowedHashtags.in(files)).stream()
                        .toList(),
                listener,
                camel,
                sinks::commitSoon);
    }

    @Produces
    @Singleton
    ReloadListener reloadListener(Settings settings, RoutesInForce inForce, Meters meters, AuditLog audit) {
        Path directory = settings.of(PipelineConfig.class).routes();
        return new AuditedRoutes(new ReloadLog(meters), inForce, directory, audit);
    }

    @Produces
    @Singleton
    SourceRoutes sourceRoutes(Settings settings) {
        return settings.deployment().does(Role.INGEST)
                ? new WritableRoutes(
                        new HashtagFiles(settings.of(PipelineConfig.class).routes(), settings.deployment()))
                : WritableRoutes.NONE;
    }

    @Produces
    @Singleton
    AuditLog audit() {
        return new AuditLog();
    }

    @Produces
    @Singleton
    RouteReport report(Settings settings, RoutesInForce inForce, RouteReload reload, Sources sources) {
        boolean canFollow = settings.deployment().does(Role.INGEST)
                && settings.of(ApiConfig.class).token().isPresent();
        return new RouteReport() {
            @Override
            public List<Hashtag> followed() {
                return inForce.followed();
            }

            @Override
            public boolean canFollow() {
                return canFollow;
            }

            @Override
            public List<SourceTrouble> troubles() {
                return sources.all().stream()
                        .filter(source -> source.status().isTrouble())
                        .map(source ->
                                new SourceTrouble(source.name(), source.status().toString()))
                        .toList();
            }

            @Override
            public List<RefusedRoutes> refused() {
                return reload.refused().stream()
                        .map(file -> new RefusedRoutes(file.name(), file.reason()))
                        .toList();
            }
        };
    }

    /** Refused files take nothing from readiness: what they said before goes on, and a person sees them here. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck routes(RouteReload reload) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("routes").up();
            reload.refused().forEach(file -> response.withData(file.name(), "refused: " + file.reason()));
            return response.build();
        };
    }
}
