package io.hashlake.warehouse.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Drives one cluster with PostgreSQL's own commands.
 *
 * @param home where the server is unpacked
 * @param cluster the cluster's directory
 * @param log where the server and its commands write what they have to say
 */
record PostgresServer(Path home, Path cluster, Path log) {

    private static final Logger LOG = Logger.getLogger(PostgresServer.class);

    /** Recovery after a crash is part of a start; a failure to start is told at once. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CHECKPOINT_TIMEOUT = Duration.ofSeconds(2);

    private static final Pattern ERROR = Pattern.compile("could not|FATAL:|PANIC:|error:");
    private static final int REASON_LINES = 3;

    /** Start of a log line that reports what may end a server: a panic, or a resource that the machine lacks. */
    private static final Pattern FATAL = Pattern.compile("^.*?PANIC:\\s+|^.*?(FATAL|LOG|ERROR):\\s+"
            + "(?=.*(No space left|Disk quota|Too many open files|[Oo]ut of memory|Cannot allocate|Input/output error"
            + "|Read-only file system))");

    private static final int LAST_LINES = 40;
    private static final long MIN_SPACE = 1 << 20;

    /** Makes a cluster in the directory given, which must not exist; UTF-8, its texts ordered by code points. */
    void initialise(Path target, String user, Path passwordFile) throws IOException {
        run(
                "initdb",
                "--pgdata=" + target.getFileName(),
                "--username=" + user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    /** Refuses a cluster that another major version of PostgreSQL has written. */
    void requireSameMajorVersion() throws IOException {
        String written = Files.readString(cluster.resolve("PG_VERSION")).strip();
        String version = version();
        if (!version.equals(written) && !version.startsWith(written + ".")) {
            throw new IOException(
                    cluster + " was written by PostgreSQL " + written + ", but this build carries " + version
                            + ": start the build that wrote it, dump the database with pg_dump and restore it here after moving "
                            + "the directory away, or just move it away to begin anew");
        }
    }

    void start() throws IOException {
        run(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + START_TIMEOUT.toSeconds(),
                "--pgdata=" + cluster.getFileName(),
                "--log=" + log.getFileName());
    }

    /**
     * Nothing happens if it does not run. Where it takes too long over its last checkpoint it is stopped at once, and recovers
     * from its log at the next start.
     */
    void stop() throws IOException {
        if (Postmaster.of(cluster).isRunning()) {
            stopSoon();
        }
    }

    private void stopSoon() throws IOException {
        try {
            stop("fast", CHECKPOINT_TIMEOUT);
        } catch (IOException tooSlow) {
            stop("immediate", STOP_TIMEOUT);
        }
    }

    /** Stops a server that a killed process left behind on the cluster. */
    void stopOrphan() throws IOException {
        Postmaster postmaster = Postmaster.of(cluster);
        if (!postmaster.isRunning()) {
            postmaster.forgetIfAnotherProcessHasItsId();
            return;
        }
        LOG.infof("Stopping the PostgreSQL server that an earlier process left behind on %s", cluster);
        stopSoon();
    }

    private void stop(String mode, Duration timeout) throws IOException {
        run(
                "pg_ctl",
                "stop",
                "--wait",
                "--timeout=" + timeout.toSeconds(),
                "--pgdata=" + cluster.getFileName(),
                "--mode=" + mode);
    }

    /** For example {@code 17.6}. */
    private String version() throws IOException {
        Process process = new ProcessBuilder(command("postgres", "--version")).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return said.substring(said.lastIndexOf(' ') + 1);
    }

    /** In the directory itself, by relative names: both commands put paths into lines for a shell, quotes or not. */
    private void run(String command, String... arguments) throws IOException {
        long logged = Files.exists(log) ? Files.size(log) : 0;
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        Process process = new ProcessBuilder(command(command, arguments))
                .directory(cluster.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed on " + cluster + ", see " + log + ": " + reason(logged));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command + " ran on " + cluster, e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private List<String> command(String command, String... arguments) {
        List<String> line = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(home.resolve("bin").resolve(command).toString());
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    /** Returns why the server ended, from the last lines of its log after that offset. */
    String lastWords(long offset) throws IOException {
        List<String> lines = logged(offset);
        List<String> errors = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .filter(line -> FATAL.matcher(line).find())
                .map(line -> FATAL.matcher(line).replaceFirst(""))
                .toList();
        if (!errors.isEmpty()) {
            return errors.get(errors.size() - 1);
        }
        return Files.getFileStore(cluster).getUsableSpace() < MIN_SPACE
                ? "no space is left on the device of " + cluster
                : "it was killed, or crashed without a word in " + log;
    }

    private List<String> logged(long offset) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        int from = (int) Math.min(offset, bytes.length);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The first lines that tell of an error after that offset of the log, or else its last line. */
    private String reason(long offset) throws IOException {
        List<String> lines = logged(offset);
        String errors = lines.stream()
                .filter(line -> ERROR.matcher(line).find())
                .limit(REASON_LINES)
                .collect(Collectors.joining("; "));
        return errors.isEmpty() && !lines.isEmpty() ? lines.get(lines.size() - 1) : errors;
    }
}
