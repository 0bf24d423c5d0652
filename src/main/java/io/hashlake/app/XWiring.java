package io.hashlake.app;

import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.Role;
import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.GapLedger;
import io.hashlake.warehouse.JdbcGaps;
import io.hashlake.x.ApiListener;
import io.hashlake.x.GapFiller;
import io.hashlake.x.GapServices;
import io.hashlake.x.MeteredSearch;
import io.hashlake.x.SearchApi;
import io.hashlake.x.SpendGuard;
import io.hashlake.x.StreamApi;
import io.hashlake.x.StreamClient;
import io.hashlake.x.XClient;
import io.hashlake.x.XSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts together what speaks to X: the client, the component that routes use, and the filler of gaps. */
public final class XWiring {

    @Produces
    @Singleton
    GapLedger gaps(Database database, Clock clock) {
        return new JdbcGaps(database.source(), clock);
    }

    @Produces
    @Singleton
    XClient api(HashlakeConfig config, Settings settings, Meters meters, Clock clock) {
        XSettings x = xSettings(config);
        boolean isKept = settings.deployment().does(Role.RAW);
        return new XClient(isKept ? x.withPayloads() : x, clock, apiListener(meters));
    }

    @Produces
    @Singleton
    @Named("x")
    XComponent x(
            SearchApi api, XServices.Streams streams, Cursors cursors, GapLedger gaps, SpendGuard spend, Clock clock) {
        return new XComponent(new XServices(api, streams, cursors, gaps, spend, clock));
    }

    @Produces
    @Singleton
    XServices.Streams streams(HashlakeConfig config, Settings settings, SpendGuard spend, Meters meters, Clock clock) {
        ApiListener listener = apiListener(meters);
        StreamApi api = new StreamClient(
                xSettings(config),
                config.stream().silence(),
                config.stream().maxLineBytes(),
                clock,
                (endpoint, outcome, took, limit) -> {
                    spend.requested(SpendGuard.STREAMS);
                    listener.answered(endpoint, outcome, took, limit);
                });
        return new XServices.Streams(api, settings.streams(), new StreamMeters(meters));
    }

    @Produces
    @Singleton
    GapFiller gapFiller(GapServices services, XComponent x, Settings settings, Meters meters, Clock clock) {
        return new GapFiller(services, x::sources, settings.gaps(), new GapMeters(meters), clock);
    }

    @Produces
    @Singleton
    GapServices gapServices(XClient api, SpendGuard spend, GapLedger gaps, Cursors cursors) {
        return new GapServices(new MeteredSearch(api, spend), api, gaps, cursors);
    }

    private static XSettings xSettings(HashlakeConfig config) {
        String token = config.x().bearerToken().orElse("simulator");
        return Settings.x(config, EmbeddedServices.xBaseUri(config), token);
    }

    private static ApiListener apiListener(Meters meters) {
        return (endpoint, outcome, took, limit) -> {
            meters.requested(endpoint, outcome, took);
            if (limit != null) {
                meters.rateLimitRemaining(endpoint, limit.remaining());
            }
        };
    }
}
