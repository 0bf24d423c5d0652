package io.hashlake.bench;

import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.star.StarJob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Posts of thirty days in the warehouse, of 100,000 accounts and with 200 hashtags, and the star schema over them. */
record BenchPosts(long posts, Instant end) {

    static final int HASHTAGS = 200;

    /** How long the job took that builds the star schema. */
    Duration store(DataSource database) throws Exception {
        write(database);
        long start = System.nanoTime();
        StarJob.runOnce(database, "America/Sao_Paulo");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        // The last two hours, and one of late posts, have changed since.
        String changed = "INSERT INTO ops.changed_hour (hour) VALUES ('%s'), ('%s'), ('%s')";
        Instant hour = end.truncatedTo(ChronoUnit.HOURS);
        TestWarehouse.update(
                database, changed.formatted(hour, hour.minus(1, ChronoUnit.HOURS), hour.minus(50, ChronoUnit.HOURS)));
        TestWarehouse.update(database, "VACUUM ANALYZE");
        return took;
    }

    private void write(DataSource database) throws IOException, SQLException {
        try (InputStream in = BenchPosts.class.getResourceAsStream("/sql/bench-posts.sql")) {
            TestWarehouse.update(
                    database,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{posts}", Long.toString(posts))
                            .replace("{end}", end.toString()));
        }
    }
}
