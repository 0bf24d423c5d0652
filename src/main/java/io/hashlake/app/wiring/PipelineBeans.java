package io.hashlake.app.wiring;

import io.agroal.api.AgroalDataSource;
import io.hashlake.app.runtime.ActiveSinks;
import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.Settings;
import io.hashlake.camel.TwitterConfig;
import io.hashlake.camel.TwitterSearch;
import io.hashlake.core.BatchTracer;
import io.hashlake.core.Cursors;
import io.hashlake.core.Rejected;
import io.hashlake.files.FileSettings;
import io.hashlake.files.FileSource;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterConfig;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.bus.ReceivedTweets;
import io.hashlake.pipeline.inbox.Inbox;
import io.hashlake.pipeline.inbox.InboxFilter;
import io.hashlake.pipeline.reload.RoutesInForce;
import io.hashlake.pipeline.sink.CursorWriter;
import io.hashlake.pipeline.sink.LeaseKeeper;
import io.hashlake.source.Sources;
import io.hashlake.warehouse.jdbc.NoDatabase;
import io.hashlake.warehouse.ledger.JdbcCursors;
import io.hashlake.warehouse.ledger.JdbcLeases;
import io.hashlake.warehouse.ledger.LeaseConfig;
import io.hashlake.warehouse.ledger.LeaseHolder;
import io.hashlake.x.json.UnreadableValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.eclipse.microprofile.config.Config;

/** Puts the plain classes together, and gives those that routes name their names. */
public final class PipelineBeans {

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
        Meters meters = new Meters(registry);
        meters.valuesUnreadable(Rejected.Stage.PARSE, UnreadableValues.OF_PROCESS::count);
        return meters;
    }

    @Produces
    @Singleton
    Database database(Settings settings, Instance<AgroalDataSource> warehouse) {
        return new Database(settings.deployment().needsDatabase() ? warehouse.get() : new NoDatabase());
    }

    @Produces
    @Singleton
    Sources sources() {
        return new Sources();
    }

    @Produces
    @Singleton
    LeaseKeeper leases(Database database, LeaseConfig config, Clock clock) {
        return new LeaseKeeper(new JdbcLeases(database.source(), LeaseHolder.current(), config.term()), clock);
    }

    @Produces
    @Singleton
    CursorWriter cursors(Database database, LeaseKeeper leases, Clock clock) {
        return new CursorWriter(new JdbcCursors(database.source(), clock, leases), leases);
    }

    @Produces
    @Singleton
    @Named("twitter-search")
    TwitterSearch twitterSearch(TwitterConfig config) {
        return new TwitterSearch(() -> EmbeddedServices.twitter(config));
    }

    @Produces
    @Singleton
    @Named("deadLetters")
    DeadLetterFiles deadLetters(DeadLetterConfig config, Meters meters) {
        return new DeadLetterFiles(config.directory(), meters);
    }

    @Produces
    @Singleton
    FileSource fileSource(RoutesInForce routes, Cursors cursors, ActiveSinks sinks, Clock clock) {
        return new FileSource(routes::followed, cursors, FileSettings.DEFAULT, clock).whenBlocked(sinks::commitSoon);
    }

    @Produces
    @Singleton
    @Named("files")
    Inbox files(FileSource source, Meters meters, Clock clock) {
        return new Inbox(source, meters, clock);
    }

    @Produces
    @Singleton
    @Named("inboxFilter")
    InboxFilter inboxFilter(Clock clock) {
        return new InboxFilter(clock);
    }

    @Produces
    @Singleton
    @Named("received")
    ReceivedTweets received(Meters meters, BatchTracer tracer) {
        return new ReceivedTweets(meters, tracer);
    }

    /** Lets a multicast hand a batch to every sink in turn, in the order of the batches, without waiting in between. */
    @Produces
    @Singleton
    @Named("sameThread")
    ExecutorService sameThread() {
        return new SynchronousExecutorService();
    }
}
