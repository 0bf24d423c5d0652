package io.hashlake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.servers.SparkProcess;
import io.hashlake.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Spark reads the table, counts its rows, deletes some, and they stay deleted. {@code ./mvnw -Pspark verify} runs this. */
class IcebergSparkIT {

    private static final String TWEETS = "hashlake.hashlake.tweets";

    @TempDir
    Path directory;

    private final MemoryCursors cursors = new MemoryCursors();

    private static Map<String, String> settings(PGSimpleDataSource database, LakeLocation lake) {
        String catalog = "spark.sql.catalog.hashlake";
        Map<String, String> settings = new HashMap<>();
        settings.put("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
        settings.put("spark.sql.session.timeZone", "UTC");
        settings.put(catalog, "org.apache.iceberg.spark.SparkCatalog");
        settings.put(catalog + ".type", "jdbc");
        settings.put(catalog + ".uri", database.getUrl());
        settings.put(catalog + ".jdbc.user", database.getUser());
        settings.put(catalog + ".jdbc.password", database.getPassword());
        settings.put(catalog + ".jdbc.schema-version", "V1");
        settings.put(catalog + ".warehouse", lake.prefix());
        return settings;
    }

    @Test
    void readsCountsAndDeletes() throws Exception {
        PGSimpleDataSource database = TestWarehouse.unpooled();
        ObjectStore store = new LocalObjectStore(directory.resolve("lake"));
        LakeLocation lake = new LakeLocation("file://" + directory.resolve("lake") + "/");
        SparkProcess spark =
                new SparkProcess(Path.of("target/spark-iceberg.classpath"), settings(database, lake), directory);
        LakeTable table = LakeTable.of(TestConfig.of(IcebergConfig.class), database, store, lake);
        try (LakeSink sink = new LakeSink(
                        store, TestConfig.of(LakeConfig.class), cursors, letters -> {}, Clock.systemUTC());
                Iceberg iceberg =
                        new Iceberg(new Quarantine(store, DamageListener.NONE), cursors, table, Clock.systemUTC())) {
            sink.open();
            sink.write(TestTweets.batch("search", 0, 10, "covid19", "saúde", "a=b/c%d"));
            sink.commit();
            cursors.advance("search", "10");
            iceberg.register(Duration.ofHours(6));

            assertThat(spark.run("SELECT hashtag, dt, count(*) FROM " + TWEETS + " GROUP BY ALL ORDER BY hashtag;\n"
                            + "SELECT count(*) FROM " + TWEETS
                            + " WHERE created_at > TIMESTAMP '2026-11-22 12:00:08';\n"
                            + "SELECT id, text, followed FROM " + TWEETS + " WHERE id = 7 AND hashtag = 'saúde';\n"
                            + "DELETE FROM " + TWEETS + " WHERE id = 3 AND hashtag = 'saúde';\n"
                            + "SELECT count(*) FROM " + TWEETS))
                    .containsExactly(
                            "a=b/c%d|2026-11-22|10",
                            "covid19|2026-11-22|10",
                            "saúde|2026-11-22|10",
                            "9",
                            "7|text 7|ArraySeq(covid19, saúde, a=b/c%d)",
                            "29");

            assertThat(iceberg.register(Duration.ofHours(6))).isEqualTo(Registration.NOTHING);
            assertThat(spark.run("SELECT count(*) FROM " + TWEETS)).containsExactly("29");
            assertThat(new LakeContents(store).rows()).contains("saúde 4");
        }
    }
}
