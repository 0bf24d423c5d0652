package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import io.hashlake.warehouse.sink.WarehouseConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Address of the warehouse and who logs in there, for commands that run beside the service. */
public record WarehouseLogin(String jdbcUrl, String user, String password) {

    /** Returns that of the configuration; without one, that of the embedded PostgreSQL if it runs just now. */
    public static Optional<WarehouseLogin> of(Settings settings) throws IOException {
        WarehouseConfig config = settings.of(WarehouseConfig.class);
        if (config.jdbcUrl().isPresent()) {
            return config.jdbcUrl()
                    .map(url -> new WarehouseLogin(
                            url, config.username().orElse(""), config.password().orElse("")));
        }
        return EmbeddedWarehouse.running(embeddedDirectory(settings))
                .map(login -> new WarehouseLogin(login.jdbcUrl(), login.user(), login.password()));
    }

    /** Directory of the embedded PostgreSQL. */
    static Path embeddedDirectory(Settings settings) {
        return settings.of(PipelineConfig.class).dataDirectory().resolve("postgres");
    }

    /** Lets the application log in there. */
    public void configure() {
        System.setProperty("hashlake.warehouse.jdbc-url", jdbcUrl);
        System.setProperty("hashlake.warehouse.username", user);
        System.setProperty("hashlake.warehouse.password", password);
    }

    /** Connections that wait no longer than that for an answer. */
    public DataSource dataSource(Duration limit) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(jdbcUrl);
        if (!user.isEmpty()) {
            database.setUser(user);
            database.setPassword(password);
        }
        int seconds = (int) limit.toSeconds();
        database.setConnectTimeout(seconds);
        database.setLoginTimeout(seconds);
        database.setSocketTimeout(seconds);
        database.setApplicationName("hashlake command");
        return database;
    }

    /** The address without secrets. */
    public String location() {
        return Console.withoutSecrets(jdbcUrl);
    }

    @Override
    public String toString() {
        return location();
    }
}
