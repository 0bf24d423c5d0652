package io.hashlake.app;

import io.agroal.api.AgroalDataSource;
import io.hashlake.camel.XComponent;
import io.hashlake.camel.XServices;
import io.hashlake.lake.LakeSink;
import io.hashlake.lake.LocalObjectStore;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.CursorWriter;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.ReceivedTweets;
import io.hashlake.pipeline.Replay;
import io.hashlake.pipeline.Role;
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
import io.hashlake.warehouse.NoDatabase;
import io.hashlake.warehouse.WarehouseSettings;
import io.hashlake.warehouse.WarehouseSink;
import io.hashlake.x.ApiListener;
import io.hashlake.x.SearchApi;
import io.hashlake.x.XClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.Instance;
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
    Database database(Settings settings, Instance<AgroalDataSource> warehouse) {
        return new Database(settings.deployment().needsDatabase() ? warehouse.get() : new NoDatabase());
    }

    @Produces
    @Singleton
    CursorWriter cursors(Database database, Clock clock) {
        return new CursorWriter(new JdbcCursors(database.source(), clock));
    }

    @Produces
    @Singleton
    SearchApi api(HashlakeConfig config, Meters meters, Clock clock) {
        String token = config.x().bearerToken().orElse("simulator");
        ApiListener listener = (endpoint, outcome, took, limit) -> {
            meters.requested(endpoint, outcome, took);
            if (limit != null) {
                meters.rateLimitRemaining(endpoint, limit.remaining());
            }
        };
        return new XClient(Settings.x(config, EmbeddedServices.xBaseUri(config), token), clock, listener);
    }

    @Produces
    @Singleton
    @Named("x")
    XComponent x(SearchApi api, Cursors cursors, Database database, Clock clock) {
        return new XComponent(new XServices(api, cursors, new JdbcGaps(database.source(), clock), clock));
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
    SinkWorker lake(
            Settings settings,
            Cursors cursors,
            KafkaOffsets offsets,
            DeadLetterFiles deadLetters,
            Meters meters,
            Clock clock)
            throws IOException {
        LocalObjectStore store = new LocalObjectStore(settings.config().lake().directory());
        boolean isFedByKafka = settings.deployment().consumers().contains(Role.LAKE);
        Cursors origins = isFedByKafka ? offsets.of(Role.LAKE) : cursors;
        LakeSink sink = new LakeSink(store, settings.lake(), origins, deadLetters, clock);
        return new SinkWorker(sink, settings.config().lake().maxUncommitted(), meters, clock);
    }

    @Produces
    @Singleton
    @Named("warehouse")
    SinkWorker warehouse(
            HashlakeConfig config, Database database, DeadLetterFiles deadLetters, Meters meters, Clock clock) {
        WarehouseSink sink = new WarehouseSink(database.source(), WarehouseSettings.DEFAULT, deadLetters, clock);
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
