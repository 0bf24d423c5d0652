package io.hashlake.warehouse.embedded;

import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL server for those who bring none. All of it lies in one directory, and what was committed is there
 * again after a restart, however the process ended. It listens on 127.0.0.1 only and asks for a password, which is made
 * when the directory is. {@code pg_service.conf} in the directory tells {@code psql} where it is.
 *
 * <p>The server is a process of its own. Where it ends by itself it is started again on its port. It ends with {@link #close}; if this process is killed it goes on, and the next
 * start on the directory stops it first.
 */
public final class EmbeddedWarehouse implements AutoCloseable {

    private static final String USER = "hashlake";
    private static final String DATABASE = "hashlake";
    private static final String HOST = "127.0.0.1";
    private static final String SERVICE_FILE = "pg_service.conf";
    private static final long LOG_BYTES = 1 << 20;

    private final DirectoryLock lock;
    private final Path root;
    private final Path binaries;
    private final int port;
    private final String password;
    private PostgresServer server;
    private volatile ServerSupervisor supervisor;

    private EmbeddedWarehouse(DirectoryLock lock, Path root, Path binaries, int port) throws IOException {
        this.lock = lock;
        this.root = root;
        this.binaries = binaries;
        this.port = port == 0 ? freePort() : port;
        this.password = password(root);
    }

    /**
     * Starts the server on any free port.
     *
     * @see #start(Path, int)
     */
    public static EmbeddedWarehouse start(Path directory) throws IOException {
        return start(directory, 0);
    }

    /**
     * Starts the server, after making the cluster and its database where the directory holds none.
     *
     * @param directory for one process at a time; made if it is missing
     * @param port where to listen on 127.0.0.1; 0 for any that is free
     * @throws IOException if it cannot be started; the message says why and what to do
     */
    public static EmbeddedWarehouse start(Path directory, int port) throws IOException {
        Directories.createPrivate(directory);
        return start(directory, port, PostgresBinaries.directoryFor(directory.toRealPath()));
    }

    /**
     * Starts it as {@link #start(Path, int)} does, with the server unpacked elsewhere: several directories may share
     * it.
     */
    public static EmbeddedWarehouse start(Path directory, int port, Path binaries) throws IOException {
        EmbeddedWarehouse warehouse = reserve(directory, port, binaries);
        warehouse.start();
        return warehouse;
    }

    /**
     * Takes the directory and a free port without starting the server, which {@link #start()} does and which takes seconds: where
     * it will be and who logs in there is known at once.
     *
     * @throws IOException if another process has the directory
     */
    public static EmbeddedWarehouse reserve(Path directory) throws IOException {
        Directories.createPrivate(directory);
        return reserve(directory, 0, PostgresBinaries.directoryFor(directory.toRealPath()));
    }

    private static EmbeddedWarehouse reserve(Path directory, int port, Path binaries) throws IOException {
        Directories.createPrivate(directory);
        Path root = directory.toRealPath();
        DirectoryLock lock = DirectoryLock.take(root);
        try {
            return new EmbeddedWarehouse(lock, root, binaries, port);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts the server that was reserved; gives the directory back if it cannot be started.
     *
     * @throws IOException if it cannot be started; the message says why and what to do
     */
    public void start() throws IOException {
        try {
            server = new PostgresServer(
                    PostgresBinaries.unpack(binaries).toRealPath(),
                    root.resolve("cluster"),
                    root.resolve("server.log"));
            startServer();
            supervisor = new ServerSupervisor(server, Clock.systemUTC());
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Address of a server and who logs in there.
     *
     * @param jdbcUrl without user and password
     */
    public record Login(String jdbcUrl, String user, String password) {

        @Override
        public String toString() {
            return jdbcUrl;
        }
    }

    /** Returns how the server on the directory is reached if it runs just now, whichever process has started it. */
    public static Optional<Login> running(Path directory) throws IOException {
        Path service = directory.resolve(SERVICE_FILE);
        if (!Files.exists(service)
                || !Postmaster.of(directory.resolve("cluster")).isRunning()) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(service)) {
            properties.load(file);
        }
        return Optional.of(
                new Login(jdbcUrl(properties.getProperty("port")), USER, properties.getProperty("password", "")));
    }

    private static String jdbcUrl(String port) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + DATABASE;
    }

    /** Returns the address to connect to, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(Integer.toString(port));
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Returns the state of the server; one that is just being started counts as running. */
    public ServerStatus status() {
        ServerSupervisor started = supervisor;
        return started == null ? new ServerStatus.Running() : started.status();
    }

    /**
     * Stops the server, cutting off whoever is still connected, and gives the directory back. Where too many files are open for
     * its own command to run, the server is ended as any process is, for which the file of the lock makes room. One that has not
     * started has nothing to stop.
     */
    @Override
    public void close() throws IOException {
        if (supervisor == null) {
            lock.close();
            return;
        }
        supervisor.close();
        try (lock) {
            server.stop();
        } catch (IOException | LinkageError e) {
            supervisor.endServer();
        }
    }

    /** Ends the server at once; it recovers from its log at the next start. */
    public void kill() {
        ServerSupervisor started = supervisor;
        if (started != null) {
            started.kill();
        }
    }

    private void startServer() throws IOException {
        shortenLog();
        if (Files.exists(server.cluster())) {
            // PostgreSQL refuses a cluster that its group may write to, as volumes in Kubernetes become by their
            // fsGroup.
            Directories.makePrivate(server.cluster());
            server.requireSameMajorVersion();
            server.stopOrphan();
        } else {
            initialise();
        }
        Files.writeString(
                server.cluster().resolve("postgresql.conf"),
                Sql.read("/sql/warehouse/postgresql.conf") + "\nport = " + port + "\n");
        server.start();
        try {
            createDatabase();
            writeServiceFile();
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** The cluster appears at once and complete: a start that is cut short leaves none by half. */
    private void initialise() throws IOException {
        Path unfinished = server.cluster().resolveSibling("cluster.unfinished");
        Directories.delete(unfinished);
        server.initialise(unfinished, USER, passwordFile(server.cluster().getParent()));
        Files.move(unfinished, server.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void createDatabase() throws IOException {
        PGSimpleDataSource maintenance = new PGSimpleDataSource();
        maintenance.setUrl("jdbc:postgresql://" + HOST + ":" + port + "/postgres");
        maintenance.setUser(USER);
        maintenance.setPassword(password);
        try (Connection connection = maintenance.getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw SqlErrors.outage("the embedded PostgreSQL started but cannot be used", e);
        }
    }

    private void writeServiceFile() throws IOException {
        Path file = server.cluster().resolveSibling(SERVICE_FILE);
        Directories.writePrivate(file, """
                [hashlake]
                host=%s
                port=%d
                dbname=%s
                user=%s
                password=%s
                """.formatted(HOST, port, DATABASE, USER, password));
    }

    private void shortenLog() throws IOException {
        if (Files.exists(server.log()) && Files.size(server.log()) > LOG_BYTES) {
            Files.delete(server.log());
        }
    }

    private static String password(Path root) throws IOException {
        Path file = passwordFile(root);
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Directories.writePrivate(file, HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(file).strip();
    }

    private static Path passwordFile(Path root) {
        return root.resolve("password");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
