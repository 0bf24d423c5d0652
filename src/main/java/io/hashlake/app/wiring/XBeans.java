package io.hashlake.app.wiring;

import io.hashlake.app.audit.AuditLog;
import io.hashlake.app.audit.AuditedRules;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.Settings;
import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.core.Cursors;
import io.hashlake.core.GapLedger;
import io.hashlake.observability.Meters;
import io.hashlake.source.Sources;
import io.hashlake.warehouse.ledger.JdbcGaps;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.gap.GapFiller;
import io.hashlake.x.gap.GapServices;
import io.hashlake.x.gap.GapsConfig;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.StreamConfig;
import io.hashlake.x.stream.StreamSettings;
import io.hashlake.x.stream.client.StreamApi;
import io.hashlake.x.stream.client.StreamClient;
import io.hashlake.x.walk.MeteredSearch;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Puts together what speaks to X: the client, the component that routes use, and the filler of gaps. */
public final class XBeans {

    @Produces
    @Singleton
    GapLedger gaps(Database database, Clock clock) {
        return new JdbcGaps(database.source(), clock);
    }

    /** As a clock, it is none that others are given. */
    @Produces
    @Singleton
    @Typed(XTime.class)
    XTime time(Clock clock) {
        return new XTime(clock);
    }

    @Produces
    @Singleton
    XClient api(Settings settings, SpendGuard spend, Meters meters, XTime time) {
        ApiListener listener = listener(meters);
        return new XClient(
                settings(settings.of(XConfig.class)),
                settings.deployment().keepsPayloads(),
                time,
                (endpoint, outcome, took, limit) -> {
                    if (endpoint.equals("usage")) {
                        spend.requested(SpendGuard.USAGE);
                    }
                    listener.answered(endpoint, outcome, took, limit);
                });
    }

    @Produces
    @Singleton
    XServices services(
            SearchApi api, XServices.Streams streams, Cursors cursors, GapLedger gaps, SpendGuard spend, XTime time) {
        return new XServices(api, streams, cursors, gaps, spend, time);
    }

    @Produces
    @Singleton
    @Named("x")
    XComponent x(XServices services, Sources sources) {
        return new XComponent(services, sources);
    }

    @Produces
    @Singleton
    XServices.Streams streams(Settings settings, SpendGuard spend, Meters meters, XTime time, AuditLog audit) {
        StreamConfig config = settings.of(StreamConfig.class);
        ApiListener listener = listener(meters);
        StreamApi api = new StreamClient(
                settings(settings.of(XConfig.class)),
                config.silence(),
                config.maxLineBytes(),
                time,
                (endpoint, outcome, took, limit) -> {
                    spend.requested(SpendGuard.STREAMS);
                    listener.answered(endpoint, outcome, took, limit);
                });
        return new XServices.Streams(
                new AuditedRules(api, audit),
                StreamSettings.of(config, settings.deployment().keepsPayloads()),
                new StreamMeters(meters));
    }

    @Produces
    @Singleton
    GapFiller gapFiller(GapServices services, Sources sources, GapsConfig config, Meters meters) {
        return new GapFiller(services, sources::all, config, new GapMeters(meters));
    }

    @Produces
    @Singleton
    GapServices gapServices(XClient api, SpendGuard spend, GapLedger gaps, Cursors cursors, XTime time) {
        return new GapServices(new MeteredSearch(api, spend), api, gaps, cursors, time);
    }

    /** A clock that is off takes nothing from readiness, as X's time is followed; a person is to set it. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck clock(XTime time) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("clock").up();
            Duration ahead = time.ahead();
            return (ahead.isZero() ? response : response.withData("clock", XTime.describe(ahead))).build();
        };
    }

    static XSettings settings(XConfig config) {
        BearerToken token = new BearerToken(config.bearerToken().orElse("simulator"));
        return XSettings.of(EmbeddedServices.xBaseUri(config), token, config);
    }

    static ApiListener listener(Meters meters) {
        return (endpoint, outcome, took, limit) -> {
            meters.requested(endpoint, outcome, took);
            if (limit != null) {
                meters.rateLimitRemaining(endpoint, limit.remaining());
            }
        };
    }
}
