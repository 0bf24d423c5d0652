package io.hashlake.warehouse.embedded;

import static io.hashlake.warehouse.TestWarehouse.BINARIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class EmbeddedWarehouseTest {

    @TempDir
    static Path initialised;

    @TempDir
    Path directory;

    /** Making a cluster takes seconds, copying one does not. */
    @BeforeAll
    static void initialise() throws IOException {
        EmbeddedWarehouse.start(initialised, 0, BINARIES).close();
    }

    @BeforeEach
    void copyCluster() throws IOException {
        try (Stream<Path> files = Files.walk(initialised)) {
            for (Path file : files.filter(file -> !file.equals(initialised)).toList()) {
                Files.copy(file, directory.resolve(initialised.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Whatever a test left running does not outlive it. */
    @AfterEach
    void stopServer() throws IOException {
        Postmaster.of(cluster()).process().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void theAddressOfAReservedServerIsKnownBeforeItStarts() throws Exception {
        try (EmbeddedWarehouse warehouse = EmbeddedWarehouse.reserve(directory)) {
            String url = warehouse.jdbcUrl();
            assertThat(EmbeddedWarehouse.running(directory)).isEmpty();
            warehouse.start();
            assertThat(warehouse.jdbcUrl()).isEqualTo(url);
            TestWarehouse.dataSource(warehouse).getConnection().close();
        }
    }

    @Test
    void aReservedServerThatNeverStartedGivesTheDirectoryBack() throws IOException {
        EmbeddedWarehouse.reserve(directory).close();
        EmbeddedWarehouse.reserve(directory).close();
    }

    @Test
    void startsWhateverTheDirectoryIsCalled() throws Exception {
        Path odd = directory.resolve("it's $HOME, `a` \"b\" \\c; é 日本");
        for (int start = 0; start < 2; start++) {
            try (EmbeddedWarehouse warehouse = EmbeddedWarehouse.start(odd);
                    Connection connection = TestWarehouse.dataSource(warehouse).getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
        assertThat(odd.resolve("cluster")).isDirectory();
    }

    @Test
    void keepsItsDataAcrossRestarts() throws Exception {
        try (EmbeddedWarehouse server = start()) {
            write(server, 1);
        }
        try (EmbeddedWarehouse server = start()) {
            assertThat(written(server)).containsExactly(1);
        }
    }

    @Test
    void startsOnAVolumeThatItsGroupMayWriteTo() throws Exception {
        Files.setPosixFilePermissions(cluster(), PosixFilePermissions.fromString("rwxrwx---"));
        try (EmbeddedWarehouse server = start()) {
            write(server, 1);
            assertThat(written(server)).containsExactly(1);
        }
    }

    @Test
    void isDurableAndListensOnTheLoopbackOnly() throws Exception {
        try (EmbeddedWarehouse server = start()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(setting(server, setting)).isEqualTo("on");
            }
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "unix_socket_directories")).isEqualTo("");
            assertThat(server.jdbcUrl())
                    .startsWith("jdbc:postgresql://127.0.0.1:")
                    .doesNotContain(server.password());
        }
    }

    @Test
    void asksForAPasswordThatOnlyTheOwnerCanRead() throws Exception {
        try (EmbeddedWarehouse server = start()) {
            var wrong = (org.postgresql.ds.PGSimpleDataSource) TestWarehouse.dataSource(server);
            wrong.setPassword("postgres");
            assertThatThrownBy(wrong::getConnection).hasMessageContaining("password authentication failed");
            for (String file : List.of("password", "pg_service.conf")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                        .isEqualTo("rw-------");
            }
            assertThat(Files.readString(directory.resolve("pg_service.conf")))
                    .contains("dbname=hashlake", "password=" + server.password());
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() throws Exception {
        try (EmbeddedWarehouse server = start()) {
            assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("in use by another");
            write(server, 1);
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessUses() throws Exception {
        Process other = otherProcess();
        try {
            assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("in use by another");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void takesOverFromAKilledProcessWithinSeconds() throws Exception {
        otherProcess().destroyForcibly().waitFor();
        assertThat(Postmaster.of(cluster()).isRunning()).isTrue();

        Instant begin = Instant.now();
        try (EmbeddedWarehouse server = start()) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(written(server)).containsExactly(1);
        }
    }

    @Test
    void recoversAfterTheServerWasKilledInTheMiddleOfATransaction() throws Exception {
        EmbeddedWarehouse killed = start();
        write(killed, 1);
        try (Connection connection = TestWarehouse.dataSource(killed).getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("INSERT INTO kept VALUES (2)");
            kill(killed);
        } catch (java.sql.SQLException connectionIsGone) {
            assertThat(connectionIsGone.getSQLState()).startsWith("08");
        }
        killed.close();

        try (EmbeddedWarehouse server = start()) {
            assertThat(written(server)).containsExactly(1);
        }
    }

    @Test
    void isStartedAgainOnItsPortWhenItWasKilled() throws Exception {
        try (EmbeddedWarehouse server = start()) {
            write(server, 1);
            for (int time = 0; time < 2; time++) {
                kill(server);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(written(server)).containsExactly(1));
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> runs(server));
            }
        }
        assertThat(Postmaster.of(cluster()).isRunning()).isFalse();
    }

    @Test
    void saysThatAnotherProcessHasTakenItsPortWhichOnlyARestartMends() throws Exception {
        Path configuration = cluster().resolve("postgresql.conf");
        try (EmbeddedWarehouse server = start();
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String sound = Files.readString(configuration);
            Files.writeString(configuration, sound + "port = " + other.getLocalPort() + "\n");
            kill(server);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> needsRestart(server));
            assertThat(server.status().toString()).contains("it was killed", "Address already in use");
            Files.writeString(configuration, sound);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> runs(server));
        }
    }

    private static boolean needsRestart(EmbeddedWarehouse server) {
        return server.status() instanceof ServerStatus.Ended ended && ended.isRestartNeeded();
    }

    private static boolean runs(EmbeddedWarehouse server) {
        return server.status() instanceof ServerStatus.Running;
    }

    @Test
    void namesWhatEndedTheServerByItsLog() throws Exception {
        Path log = directory.resolve("some.log");
        PostgresServer server = new PostgresServer(directory, cluster(), log);
        Files.writeString(log, """
                2026-11-30 02:00:00.000 UTC [7] PANIC:  an older one
                """);
        long before = Files.size(log);
        Files.writeString(log, """
                2026-11-30 02:01:00.000 UTC [8] LOG:  database system is ready to accept connections
                2026-11-30 02:01:01.000 UTC [9] FATAL:  password authentication failed for user "x"
                """, StandardOpenOption.APPEND);
        assertThat(server.lastWords(before)).contains("it was killed");
        Files.writeString(log, """
                2026-11-30 02:02:00.000 UTC [9] PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device
                2026-11-30 02:02:00.100 UTC [8] LOG:  aborting startup due to startup process failure
                """, StandardOpenOption.APPEND);
        assertThat(server.lastWords(before))
                .isEqualTo("could not write to file \"pg_wal/xlogtemp.9\": No space left on device");
    }

    @Test
    void startsThoughAnotherProcessHasTheOldServersId() throws Exception {
        start().close();
        Files.writeString(
                cluster().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");
        try (EmbeddedWarehouse server = start()) {
            write(server, 1);
        }
    }

    @Test
    void beginsAnewWhenAnEarlierStartWasCutShort() throws Exception {
        Directories.delete(cluster());
        Files.createDirectories(directory.resolve("cluster.unfinished/base"));
        Files.writeString(directory.resolve("cluster.unfinished/PG_VERSION"), "17\n");
        try (EmbeddedWarehouse server = start()) {
            write(server, 1);
        }
    }

    @Test
    void saysWhatToDoWithAClusterOfAnotherMajorVersion() throws Exception {
        start().close();
        Files.writeString(cluster().resolve("PG_VERSION"), "13\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("written by PostgreSQL 13")
                .hasMessageContaining("pg_dump");
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");
        start().close();
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        try (EmbeddedWarehouse first = start()) {
            int taken = Integer.parseInt(first.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
            assertThatThrownBy(() -> EmbeddedWarehouse.start(initialised, taken, BINARIES))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Address already in use");
            EmbeddedWarehouse.start(initialised, 0, BINARIES).close();
        }
    }

    private EmbeddedWarehouse start() throws IOException {
        return EmbeddedWarehouse.start(directory, 0, BINARIES);
    }

    private Path cluster() {
        return directory.resolve("cluster");
    }

    private void kill(EmbeddedWarehouse server) throws Exception {
        ProcessHandle postmaster = Postmaster.of(cluster()).process().orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(60, TimeUnit.SECONDS);
    }

    /** A process that has started a server here, written 1 and goes on. */
    private Process otherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        Abandoned.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("other.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(directory.resolve("other.log"))
                .contains("written"));
        return process;
    }

    /** Test launchers may load what is tested by a class loader of their own. */
    private static String classPath() {
        if (EmbeddedWarehouse.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    /** The main class of the other process. */
    static final class Abandoned {

        public static void main(String[] arguments) throws Exception {
            EmbeddedWarehouse server = EmbeddedWarehouse.start(Path.of(arguments[0]), 0, BINARIES);
            write(server, 1);
            System.out.println("written");
            Thread.currentThread().join();
        }
    }

    private static void write(EmbeddedWarehouse server, int value) throws Exception {
        TestWarehouse.update(
                TestWarehouse.dataSource(server),
                "CREATE TABLE kept (value int); INSERT INTO kept VALUES (" + value + ")");
    }

    private static List<Object> written(EmbeddedWarehouse server) throws Exception {
        return TestWarehouse.rows(TestWarehouse.dataSource(server), "SELECT value FROM kept").stream()
                .map(row -> row.get("value"))
                .toList();
    }

    private static Object setting(EmbeddedWarehouse server, String name) throws Exception {
        Map<String, Object> row = TestWarehouse.rows(
                        TestWarehouse.dataSource(server), "SELECT current_setting('" + name + "') AS value")
                .get(0);
        return row.get("value");
    }
}
