package io.hashlake.app;

import io.agroal.api.AgroalDataSource;
import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.lake.LakeSink;
import io.hashlake.lake.LocalObjectStore;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.ReceivedTweets;
import io.hashlake.pipeline.Replay;
import io.hashlake.pipeline.SinkWorker;
import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import io.hashlake.warehouse.JdbcCursors;
import io.hashlake.warehouse.JdbcGaps;
import io.hashlake.warehouse.WarehouseSettings;
import io.hashlake.warehouse.WarehouseSink;
import io.hashlake.x.ApiListener;
import io.hashlake.x.SearchApi;
import io.hashlake.x.StreamApi;
import io.hashlake.x.StreamClient;
import io.hashlake.x.XClient;
import io.hashlake.x.XSettings;
import io.hashlake.x.stream.StreamListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.eclipse.microprofile.config.Config;

/** Puts the plain classes together, and gives those that routes name their names. */
@RegisterForReflection(
        targets = {
            SinkWorker.class,
            DeadLetterFiles.class,
            ReceivedTweets.class,
            Replay.class,
            Tweet.class,
            User.class,
            User.Profile.class,
            User.Counts.class,
            Entities.class,
            Hashtag.class,
            Metrics.class,
            Reference.class,
            Place.class,
            Withheld.class
        })
public final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Settings settings(Config config) {
        return Settings.read(config.unwrap(SmallRyeConfig.class));
    }

    @Produces
    @Singleton
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    @Produces
    @Singleton
    Cursors cursors(AgroalDataSource warehouse, Clock clock) {
        return new JdbcCursors(warehouse, clock);
    }

    @Produces
    @Singleton
    SearchApi api(HashlakeConfig config, Meters meters, Clock clock) {
        return new XClient(xSettings(config), clock, apiListener(meters));
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

    @Produces
    @Singleton
    @Named("x")
    XComponent x(SearchApi api, XServices.Streams streams, Cursors cursors, AgroalDataSource warehouse, Clock clock) {
        return new XComponent(new XServices(api, streams, cursors, new JdbcGaps(warehouse, clock), clock));
    }

    @Produces
    @Singleton
    XServices.Streams streams(HashlakeConfig config, Settings settings, Meters meters, Clock clock) {
        StreamApi api = new StreamClient(
                xSettings(config),
                config.stream().silence(),
                config.stream().maxLineBytes(),
                clock,
                apiListener(meters));
        return new XServices.Streams(api, settings.streams(), streamListener(meters));
    }

    private static StreamListener streamListener(Meters meters) {
        return new StreamListener() {
            @Override
            public void connected(String stream) {
                meters.streamConnected(stream);
            }

            @Override
            public void disconnected(String stream, String type) {
                meters.streamDisconnected(stream, type);
            }

            @Override
            public void dropped(String stream, int posts) {
                meters.streamDropped(stream, posts);
            }
        };
    }

    @Produces
    @Singleton
    @Named("deadLetters")
    DeadLetterFiles deadLetters(HashlakeConfig config, Meters meters) {
        return new DeadLetterFiles(config.deadLetter().directory(), meters);
    }

    @Produces
    @Singleton
    @Named("replay")
    Replay replay(XComponent x, Cursors cursors, Clock clock) {
        return new Replay(
                () -> x.sources().stream()
                        .flatMap(source -> source.hashtags().stream())
                        .toList(),
                cursors,
                clock);
    }

    @Produces
    @Singleton
    @Named("received")
    ReceivedTweets received(Meters meters) {
        return new ReceivedTweets(meters);
    }

    @Produces
    @Singleton
    @Named("lake")
    SinkWorker lake(Settings settings, Cursors cursors, DeadLetterFiles deadLetters, Meters meters, Clock clock)
            throws IOException {
        LocalObjectStore store = new LocalObjectStore(settings.config().lake().directory());
        LakeSink sink = new LakeSink(store, settings.lake(), cursors, deadLetters, clock);
        return new SinkWorker(sink, settings.config().lake().maxUncommitted(), meters, clock);
    }

    @Produces
    @Singleton
    @Named("warehouse")
    SinkWorker warehouse(
            HashlakeConfig config,
            AgroalDataSource dataSource,
            DeadLetterFiles deadLetters,
            Meters meters,
            Clock clock) {
        WarehouseSink sink = new WarehouseSink(dataSource, WarehouseSettings.DEFAULT, deadLetters, clock);
        return new SinkWorker(sink, config.warehouse().maxUncommitted(), meters, clock);
    }

    /** Lets a multicast hand a batch to every sink in turn, in the order of the batches, without waiting in between. */
    @Produces
    @Singleton
    @Named("sameThread")
    ExecutorService sameThread() {
        return new SynchronousExecutorService();
    }
}
