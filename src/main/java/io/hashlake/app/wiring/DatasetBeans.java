package io.hashlake.app.wiring;

import io.hashlake.dataset.declaration.Datasets;
import io.hashlake.dataset.load.DatasetInbox;
import io.hashlake.dataset.load.DatasetLoader;
import io.hashlake.dataset.load.DatasetsConfig;
import io.hashlake.dataset.load.LoadServices;
import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.marts.Marts;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterConfig;
import io.hashlake.pipeline.DeadLetterFiles;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what loads files into datasets. None of it is made in a process without jobs. */
@Singleton
public final class DatasetBeans {

    @Inject
    Database database;

    @Inject
    Quarantine quarantine;

    @Inject
    CompactionConfig compaction;

    @Inject
    Clock clock;

    /** Rejected rows are kept apart from rejected posts, which can be replayed. */
    @Produces
    @Singleton
    DatasetLoader loader(DatasetsConfig config, DeadLetterConfig deadLetters, Meters meters) {
        DeadLetterFiles rejected = new DeadLetterFiles(deadLetters.directory().resolve("datasets"), meters);
        Marts reports = Marts.reports(quarantine, compaction.targetSize(), compaction.overlap(), clock);
        return new DatasetLoader(
                Datasets.in(config.declarations()),
                new LoadServices(database.source(), rejected, reports, meters, clock));
    }

    void close(@Disposes DatasetLoader loader) {
        loader.close();
    }

    @Produces
    @Singleton
    @Named("datasets")
    DatasetInbox inbox(DatasetLoader loader, DatasetsConfig config) {
        return new DatasetInbox(loader, config, clock);
    }
}
