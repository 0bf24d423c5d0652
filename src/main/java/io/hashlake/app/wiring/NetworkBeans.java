package io.hashlake.app.wiring;

import io.hashlake.app.settings.Settings;
import io.hashlake.bluesky.BlueskyConfig;
import io.hashlake.bluesky.BlueskyServices;
import io.hashlake.camel.BlueskyComponent;
import io.hashlake.camel.KinesisComponent;
import io.hashlake.camel.MastodonComponent;
import io.hashlake.core.Cursors;
import io.hashlake.core.GapLedger;
import io.hashlake.core.erasure.RemovalLedger;
import io.hashlake.kinesis.KinesisConfig;
import io.hashlake.kinesis.KinesisServices;
import io.hashlake.kinesis.KinesisSinkFactory;
import io.hashlake.lake.parquet.Release;
import io.hashlake.mastodon.MastodonConfig;
import io.hashlake.mastodon.MastodonServices;
import io.hashlake.observability.Meters;
import io.hashlake.source.Sources;
import io.hashlake.warehouse.erasure.ErasureLedger;
import io.hashlake.warehouse.erasure.JdbcRemovalLedger;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Puts together what follows other networks than X, and reads what other processes publish. */
public final class NetworkBeans {

    private static final String USER_AGENT = "hashlake/" + Release.VERSION;

    @Produces
    @Singleton
    BlueskyServices bluesky(
            Settings settings, Cursors cursors, GapLedger gaps, RemovalLedger removals, Meters meters, Clock clock) {
        return new BlueskyServices(
                settings.of(BlueskyConfig.class),
                cursors,
                gaps,
                new BlueskyMeters(meters),
                removals,
                clock,
                USER_AGENT,
                settings.deployment().keepsPayloads());
    }

    @Produces
    @Singleton
    RemovalLedger removals(Database database, ErasureLedger ledger) {
        return new JdbcRemovalLedger(database.source(), ledger, "deleted on Bluesky");
    }

    @Produces
    @Singleton
    MastodonServices mastodon(Settings settings, Cursors cursors, Clock clock) {
        return new MastodonServices(
                settings.of(MastodonConfig.class),
                cursors,
                clock,
                USER_AGENT,
                settings.deployment().keepsPayloads());
    }

    @Produces
    @Singleton
    KinesisServices kinesis(Settings settings, Cursors cursors, GapLedger gaps, Clock clock) {
        KinesisConfig config = settings.of(KinesisConfig.class);
        boolean publishes = settings.deployment().roles().contains(new KinesisSinkFactory().name());
        return new KinesisServices(
                config,
                cursors,
                gaps,
                clock,
                publishes ? config.stream() : Optional.empty(),
                settings.deployment().keepsPayloads());
    }

    @Produces
    @Singleton
    @Named("kinesis-stream")
    KinesisComponent kinesis(KinesisServices services, Sources sources) {
        return new KinesisComponent(services, sources);
    }

    @Produces
    @Singleton
    @Named("mastodon")
    MastodonComponent mastodon(MastodonServices services, Sources sources) {
        return new MastodonComponent(services, sources);
    }

    @Produces
    @Singleton
    @Named("bluesky")
    BlueskyComponent bluesky(BlueskyServices services, Sources sources) {
        return new BlueskyComponent(services, sources);
    }
}
