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
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * A stand-in for a service of AWS, an npm package, in a process of its own, which can be killed and started again on the same port
 * with the same data. Tests are skipped where there is no npm.
 */
final class AwsServer {

    static final String ACCESS_KEY = "hashlake-test";
    static final String SECRET_KEY = "hashlake-test-secret";

    private static final Path PACKAGES = Path.of("target/aws-servers");
    private static final Path MANIFEST = Path.of("src/test/aws-servers/package.json");
    private static final Duration START = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String npmPackage;
    private final Path directory;
    private final List<String> options;
    private final int port;
    private Process process;

    private AwsServer(String npmPackage, Path directory, List<String> options, int port) {
        this.npmPackage = npmPackage;
        this.directory = directory;
        this.options = options;
        this.port = port;
    }

    /** Returns the version of a package. */
    static String version(String npmPackage) throws IOException {
        return new ObjectMapper()
                .readTree(MANIFEST.toFile())
                .at("/dependencies/" + npmPackage)
                .textValue();
    }

    /** Starts it; its data and its log go into {@code directory}. */
    static AwsServer start(String npmPackage, Path directory, String... options) throws IOException {
        install(npmPackage);
        AwsServer server = new AwsServer(npmPackage, Files.createDirectories(directory), List.of(options), freePort());
        server.restart();
        return server;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build();
    }

    /** Starts it again after {@link #kill}. */
    void restart() throws IOException {
        Path log = directory.resolve(npmPackage + ".log");
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IOException(npmPackage + " ended: " + Files.readString(log));
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                "node",
                program(npmPackage).toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--path",
                directory.resolve("data").toString()));
        command.addAll(options);
        return command;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static Path program(String npmPackage) {
        return PACKAGES.resolve("node_modules").resolve(npmPackage).resolve("cli.js");
    }

    /** Tests of other processes may be at it. */
    private static void install(String npmPackage) throws IOException {
        Command.require("npm", "--version");
        Files.createDirectories(PACKAGES);
        try (FileChannel lock = FileChannel.open(
                        PACKAGES.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && !Files.exists(program(npmPackage))) {
                fetch();
            }
        }
    }

    private static void fetch() throws IOException {
        Files.copy(MANIFEST, PACKAGES.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
        Command.Result installed =
                Command.run(PACKAGES, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeTrue(installed.exitCode() == 0, "npm cannot fetch the stand-ins for AWS: " + installed.output());
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
