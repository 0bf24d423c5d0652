package io.hashlake.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/**
 * A real Kafka broker in a process of its own, which can be killed and started again on the same port with the same data. Not
 * started by the constructor.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger((int) (ProcessHandle.current().pid() % 100) * 100);

    private final Path directory;
    private final int port;
    private final Path settings;
    private Process process;

    /** @param directory where it keeps its data */
    public KafkaBroker(Path directory) throws IOException {
        this(directory, freePort());
    }

    public KafkaBroker(Path directory, int port) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = port;
        this.settings = directory.resolve("server.properties");
        if (!Files.exists(settings)) {
            Files.writeString(settings, settings(freePort()));
            ProcessLog.configure(directory);
        }
    }

    /** What clients begin with. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and waits until it answers. */
    public KafkaBroker start() throws IOException, InterruptedException {
        if (!Files.exists(directory.resolve("data/meta.properties"))) {
            format();
        }
        process = java("kafka.Kafka", settings.toString());
        Awaitility.await().atMost(START).until(this::listens);
        try (Admin admin = admin()) {
            Awaitility.await().atMost(START).until(() -> answers(admin));
        }
        return this;
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    public Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000));
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("the broker ended with " + process.exitValue() + ":\n" + output());
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }

    private void format() throws IOException, InterruptedException {
        String cluster = Uuid.randomUuid().toString();
        Process formatting = java("kafka.tools.StorageTool", "format", "-t", cluster, "-c", settings.toString());
        if (formatting.waitFor() != 0) {
            throw new AssertionError("the broker's directory cannot be formatted:\n" + output());
        }
    }

    private Process java(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ProcessLog.classPath(),
                main));
        command.addAll(1, ProcessLog.options(directory));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return directory.resolve("output.log");
    }

    private String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Below those that systems give to outgoing connections, which would take it while the broker is down. Nobody else in this
     * process is given it, and other processes begin elsewhere.
     */
    private static int freePort() {
        while (true) {
            int port = 20_000 + NEXT_PORT.getAndIncrement() % 10_000;
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: the next one
            }
        }
    }

    private String settings(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                num.partitions=3
                offsets.topic.num.partitions=3
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                group.initial.rebalance.delay.ms=0
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=2500
                log.retention.check.interval.ms=1000
                log.initial.task.delay.ms=500
                """.formatted(port, controllerPort, directory.resolve("data"));
    }
}
