package io.hashlake.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real S3 server (s3proxy over a directory) in a process of its own, with signatures checked. It can be killed and
 * started again on the same port with the same data.
 */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "hashlake";
    public static final String ACCESS_KEY = "hashlake-test";
    public static final String SECRET_KEY = "hashlake-test-secret";

    private static final Duration START = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Under such a name s3proxy writes what is being put. */
    private static final Pattern UNFINISHED = Pattern.compile(".*-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Duration PUT_TAKES = Duration.ofSeconds(10);

    private final Path directory;
    private final int port;
    private final ScheduledExecutorService cleaning = Executors.newSingleThreadScheduledExecutor(S3Server::cleaner);
    private Process process;

    private S3Server(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts it with a bucket {@link #BUCKET}; its data and its log go into {@code directory}. */
    public static S3Server start(Path directory) throws IOException {
        S3Server server = new S3Server(directory, freePort());
        server.createBucket(BUCKET);
        server.restart();
        server.cleaning.scheduleWithFixedDelay(() -> server.deleteUnfinished(PUT_TAKES), 1, 1, TimeUnit.SECONDS);
        return server;
    }

    /** Where it listens; path style is needed. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The directory in which it keeps the bucket's objects as files. */
    public Path bucketDirectory(String bucket) {
        return directory.resolve("buckets").resolve(bucket);
    }

    public void createBucket(String bucket) throws IOException {
        Files.createDirectories(bucketDirectory(bucket));
    }

    /** Starts it again after {@link #kill}. */
    public void restart() throws IOException {
        deleteUnfinished(Duration.ZERO);
        Path properties = Files.write(
                directory.resolve("s3proxy.properties"),
                List.of(
                        "s3proxy.endpoint=" + endpoint(),
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + directory.resolve("buckets"),
                        "jclouds.identity=none",
                        "jclouds.credential=none"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        // Maven brings an older Guice than s3proxy wants.
                        TestClassPath.joined(jar -> !jar.contains("guice-5")),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("s3proxy.log").toFile())
                .start();
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IOException("s3proxy ended: " + Files.readString(directory.resolve("s3proxy.log")));
        }
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        cleaning.shutdownNow();
        process.destroyForcibly();
    }

    /**
     * What was being put when the server or its client was killed: a real server keeps it to itself, s3proxy would list nothing
     * any more.
     */
    private void deleteUnfinished(Duration age) {
        Instant before = Instant.now().minus(age);
        try (Stream<Path> files = Files.walk(directory.resolve("buckets"))) {
            for (Path file : files.filter(S3Server::isUnfinished).toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isAfter(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // a file went away meanwhile: what is left is deleted next time
        }
    }

    private static Thread cleaner(Runnable task) {
        Thread thread = new Thread(task, "s3-cleaning");
        thread.setDaemon(true);
        return thread;
    }

    private static boolean isUnfinished(Path file) {
        return Files.isRegularFile(file)
                && UNFINISHED.matcher(file.getFileName().toString()).matches();
    }

    /** An unsigned request is refused, but answered. */
    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint()).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == HttpURLConnection.HTTP_FORBIDDEN;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
