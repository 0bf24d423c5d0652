package io.hashlake.servers;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.k8s.Command;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A DynamoDB (dynalite, an npm package) in a process of its own, which can be killed and started again on the same port with the
 * same data. Tests are skipped where there is no npm.
 */
public final class DynamoDbServer implements AutoCloseable {

    public static final String ACCESS_KEY = "hashlake-test";
    public static final String SECRET_KEY = "hashlake-test-secret";

    private static final Path PACKAGES = Path.of("target/aws-servers");
    private static final Path MANIFEST = Path.of("src/test/aws-servers/package.json");
    private static final Duration START = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final int port;
    private Process process;

    private DynamoDbServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Returns the version of dynalite. */
    public static String version() throws IOException {
        return new ObjectMapper()
                .readTree(MANIFEST.toFile())
                .at("/dependencies/dynalite")
                .textValue();
    }

    /** Starts it; its data and its log go into {@code directory}. */
    public static DynamoDbServer start(Path directory) throws IOException {
        install();
        DynamoDbServer server = new DynamoDbServer(Files.createDirectories(directory), freePort());
        server.restart();
        return server;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Returns every item of a table. */
    public List<Map<String, AttributeValue>> items(String table) {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build()) {
            return client.scanPaginator(request -> request.tableName(table)).items().stream()
                    .toList();
        }
    }

    /** Starts it again after {@link #kill}. */
    public void restart() throws IOException {
        Path log = directory.resolve("dynalite.log");
        process = new ProcessBuilder(
                        "node",
                        PACKAGES.resolve("node_modules/dynalite/cli.js").toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--path",
                        directory.resolve("data").toString(),
                        "--createTableMs",
                        "50",
                        "--deleteTableMs",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IOException("dynalite ended: " + Files.readString(log));
        }
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** Tests of other processes may be at it. */
    private static void install() throws IOException {
        Command.require("npm", "--version");
        Files.createDirectories(PACKAGES);
        try (FileChannel lock = FileChannel.open(
                        PACKAGES.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && !Files.exists(PACKAGES.resolve("node_modules/dynalite/cli.js"))) {
                fetch();
            }
        }
    }

    private static void fetch() throws IOException {
        Files.copy(MANIFEST, PACKAGES.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
        Command.Result installed =
                Command.run(PACKAGES, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeTrue(installed.exitCode() == 0, "npm cannot fetch dynalite: " + installed.output());
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint()).build();
            HTTP.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
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
