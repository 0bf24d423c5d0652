package io.hashlake.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Posts of thirty days in the warehouse, of 100,000 accounts and with 200 hashtags, and the star schema over them. */
record BenchPosts(long posts, Instant end) {

    static final int HASHTAGS = 200;

    void store(DataSource database) throws IOException, SQLException {
        run(database, "bench-posts");
        run(database, "fill-star");
        // The last two hours, and one of late posts, have changed since.
        String changed = "INSERT INTO ops.changed_hour (hour) VALUES ('%s'), ('%s'), ('%s')";
        Instant hour = end.truncatedTo(ChronoUnit.HOURS);
        update(database, changed.formatted(hour, hour.minus(1, ChronoUnit.HOURS), hour.minus(50, ChronoUnit.HOURS)));
        update(database, "VACUUM ANALYZE");
    }

    private void run(DataSource database, String script) throws IOException, SQLException {
        try (InputStream in = BenchPosts.class.getResourceAsStream("/sql/" + script + ".sql")) {
            update(
                    database,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{posts}", Long.toString(posts))
                            .replace("{end}", end.toString())
                            .replace("{zone}", "America/Sao_Paulo"));
        }
    }

    private static void update(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
