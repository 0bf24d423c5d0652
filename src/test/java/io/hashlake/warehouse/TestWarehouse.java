package io.hashlake.warehouse;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.hashlake.warehouse.embedded.Directories;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** Migrated databases of their own on one real server that all tests of this process share. */
public final class TestWarehouse {

    /** Shared by all embedded servers of the tests, so that they unpack once. */
    public static final Path BINARIES = Path.of("target", "postgres-binaries");

    private static final int MAX_CONNECTIONS = 8;

    /** The server has room for few, and each test has a pool of its own. */
    private static final Duration KEPT_IDLE = Duration.ofSeconds(1);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestWarehouse() {}

    /** A fresh database with the schema of the migrations. Connections are kept: to make one takes longer than most queries. */
    public static DataSource migrated() {
        try {
            return pooled();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh database with the schema of the migrations up to this one, as an earlier version left it. */
    public static PGSimpleDataSource migratedUpTo(String migration) throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        update(dataSource(Server.INSTANCE, "postgres"), "CREATE DATABASE " + name);
        PGSimpleDataSource database = dataSource(Server.INSTANCE, name);
        migrate(database, migration);
        return database;
    }

    /** A database on a port where nothing listens. */
    public static DataSource unreachable() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        return source;
    }

    /** A fresh migrated database behind the pool that the application uses. */
    public static AgroalDataSource pooled() throws SQLException {
        return pooled(Server.INSTANCE, create());
    }

    /** A fresh migrated database whose connections are each made anew, and whose user is known. */
    public static PGSimpleDataSource unpooled() {
        return dataSource(Server.INSTANCE, create());
    }

    private static String create() {
        String name = "test" + DATABASES.incrementAndGet();
        try {
            update(dataSource(Server.INSTANCE, "postgres"), "CREATE DATABASE " + name + " TEMPLATE hashlake");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    public static AgroalDataSource pooled(EmbeddedWarehouse server, String database) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(MAX_CONNECTIONS)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .reapTimeout(KEPT_IDLE)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(server.jdbcUrl().replaceFirst("[^/]*$", database))
                                        .principal(new NamePrincipal(server.user()))
                                        .credential(new SimplePassword(server.password())))));
    }

    public static DataSource dataSource(EmbeddedWarehouse server) {
        return dataSource(server, "hashlake");
    }

    /** Another one to the same database. */
    public static PGSimpleDataSource copyOf(PGSimpleDataSource source) {
        return dataSource(Server.INSTANCE, source.getDatabaseName());
    }

    public static PGSimpleDataSource dataSource(EmbeddedWarehouse server, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setDatabaseName(database);
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    /** As the application is to do it: everything of Hashlake's in schemas of its own. */
    public static void migrate(DataSource database) {
        migrations(database).load().migrate();
    }

    /** The same, up to this migration. */
    public static void migrate(DataSource database, String migration) {
        migrations(database).target(migration).load().migrate();
    }

    private static FluentConfiguration migrations(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .defaultSchema("ops");
    }

    /** What a crash of the machine would lose is of no use after it. */
    static void writeWithoutSync(DataSource database) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            update(database, "ALTER SYSTEM SET " + setting + " = off");
        }
        update(database, "DO $$ BEGIN PERFORM pg_reload_conf(); END $$");
    }

    public static int update(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Each row as a map from column to value, in the query's order; arrays as lists. */
    public static List<Map<String, Object>> rows(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row(found));
            }
            return rows;
        }
    }

    private static Map<String, Object> row(ResultSet found) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            Object value = found.getObject(i);
            if (value instanceof java.sql.Array array) {
                value = List.of((Object[]) array.getArray());
            } else if (value instanceof java.sql.Timestamp time) {
                value = time.toInstant();
            }
            row.put(found.getMetaData().getColumnLabel(i), value);
        }
        return row;
    }

    private static final class Server {

        static final EmbeddedWarehouse INSTANCE = start();

        private static EmbeddedWarehouse start() {
            try {
                Path directory = Files.createTempDirectory("hashlake-warehouse");
                EmbeddedWarehouse server = EmbeddedWarehouse.start(directory, 0, BINARIES);
                writeWithoutSync(dataSource(server, "postgres"));
                migrate(dataSource(server));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedWarehouse server, Path directory) {
            try {
                server.close();
                Directories.delete(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
