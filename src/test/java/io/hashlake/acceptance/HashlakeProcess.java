package io.hashlake.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application as a process of its own, in a directory of its own. */
final class HashlakeProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("health\\s+(https?://\\S+?)/q/health");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private long peakResidentMegabytes;

    private HashlakeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it in {@code directory} with these properties, and any free port. */
    static HashlakeProcess start(Path directory, Map<String, String> properties) throws IOException {
        return start(directory, properties, List.of());
    }

    static HashlakeProcess start(Path directory, Map<String, String> properties, List<String> arguments)
            throws IOException {
        return start(new ProcessBuilder().directory(directory.toFile()), properties, arguments);
    }

    /** Starts it in the directory and with the environment of {@code builder}. */
    static HashlakeProcess start(ProcessBuilder builder, Map<String, String> properties, List<String> arguments)
            throws IOException {
        return start(builder.command(HashlakeCommand.of(properties, arguments)));
    }

    /** Starts it by the command of {@code builder}. */
    static HashlakeProcess start(ProcessBuilder builder) throws IOException {
        Path output = Files.createTempFile(builder.directory().toPath(), "output", ".log");
        return new HashlakeProcess(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Pipes that in, and no more. */
    HashlakeProcess pipe(byte[] input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        }
        return this;
    }

    /** Waits for the start line. */
    HashlakeProcess awaitUp() {
        await().atMost(START).until(() -> !process.isAlive() || output().contains("Hashlake is up"));
        if (!process.isAlive()) {
            throw new AssertionError("it did not start:\n" + output());
        }
        return this;
    }

    /** Waits until it ends by itself and returns its exit code. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end:\n" + output());
        }
        return process.exitValue();
    }

    /** Waits until it ends by itself, however long that takes, and returns the CPU time that it took. */
    Duration awaitExitAndCpu() throws InterruptedException {
        Duration cpu = Duration.ZERO;
        do {
            Duration now = cpu();
            cpu = now.isZero() ? cpu : now;
            peakResidentMegabytes = Math.max(peakResidentMegabytes, megabytes("VmHWM"));
        } while (!process.waitFor(200, TimeUnit.MILLISECONDS));
        return cpu;
    }

    /** The most memory that it was seen to have while its end was waited for. */
    long peakResidentMegabytes() {
        return peakResidentMegabytes;
    }

    /** The memory that it has now. */
    long residentMegabytes() {
        return megabytes("VmRSS");
    }

    private long megabytes(String field) {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lets it work for so long. */
    void run(Duration time) throws InterruptedException {
        process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** @param name a signal's, as {@code kill} knows it */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    String address() {
        Matcher address = ADDRESS.matcher(output());
        if (!address.find()) {
            throw new AssertionError("it does not say where it listens:\n" + output());
        }
        return address.group(1);
    }

    /** Posts nothing, and returns the status. */
    int post(String path, String token) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    /** The body of a page of its own, whatever its status. */
    String get(String path) throws IOException, InterruptedException {
        return send(request(path)).body();
    }

    /** To get a page of its own, unless more is said. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}
