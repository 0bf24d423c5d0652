package io.hashlake.app.wiring;

import io.hashlake.core.AgedStore;
import io.hashlake.lake.commit.RawSink;
import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.erasure.AgedFiles;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Partition;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.job.RetentionConfig;
import io.hashlake.pipeline.job.RetentionJob;
import io.hashlake.warehouse.partition.Partitions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes what keeps the stores from growing for ever. */
public final class RetentionBeans {

    @Produces
    @Singleton
    @Named("partitions")
    Partitions partitions(Database database) {
        return new Partitions(database.source());
    }

    @Produces
    @Singleton
    AgedLake lake(ObjectStore store, Swaps swaps, CompactionConfig compaction, Clock clock) {
        return new AgedLake(
                new AgedFiles("lake", Partition.ROOT, store, swaps, compaction.settleAge(), clock),
                new AgedFiles("raw", RawSink.DIRECTORY, store, swaps, compaction.settleAge(), clock));
    }

    /** Posts and payloads as files. */
    record AgedLake(AgedFiles posts, AgedFiles payloads) {}

    @Produces
    @Singleton
    @Named("retention")
    RetentionJob retention(
            RetentionConfig config,
            @Named("partitions") Partitions warehouse,
            AgedLake lake,
            DeadLetterFiles letters,
            Meters meters,
            Clock clock) {
        Map<AgedStore, Duration> ages = new LinkedHashMap<>();
        config.warehouse().ifPresent(age -> ages.put(warehouse, age));
        config.lake().ifPresent(age -> ages.put(lake.posts(), age));
        config.raw().ifPresent(age -> ages.put(lake.payloads(), age));
        config.deadLetter().ifPresent(age -> ages.put(letters, age));
        return new RetentionJob(ages, meters, clock);
    }
}
