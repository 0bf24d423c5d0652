package io.hashlake.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * 200 clients on one feed of the packaged application with its simulator: what they cost, and how old a snapshot is when a client
 * has it. The first argument is the number of clients, the second how many selections they share.
 */
final class LiveBench {

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Pattern AT = Pattern.compile("^data:\\{\"at\":\"([^\"]+)\"");
    private static final List<String> SELECTIONS = List.of(
            "period=1h",
            "period=1h&hashtags=climate",
            "period=24h",
            "period=24h&hashtags=climate,covid19",
            "period=7d",
            "period=7d&hashtags=covid19",
            "period=30d",
            "period=30d&hashtags=climate");

    private final LongAdder bytes = new LongAdder();
    private final List<Long> delays = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isMeasuring;

    private LiveBench() {}

    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int selections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        Path directory = Files.createTempDirectory("live-bench");
        try (HashlakeProcess process =
                HashlakeProcess.start(directory, Map.of()).awaitUp()) {
            process.run(WARM_UP);
            new LiveBench().compare(process, clients, selections);
        }
    }

    private void compare(HashlakeProcess process, int clients, int selections) throws InterruptedException {
        double alone = cpu(process);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpClient http = HttpClient.newHttpClient();
        IntStream.range(0, clients)
                .forEach(i -> threads.execute(
                        () -> follow(http, process.address() + "/api/v1/live?" + SELECTIONS.get(i % selections))));
        process.run(Duration.ofSeconds(10));
        isMeasuring = true;
        double watched = cpu(process);
        isMeasuring = false;
        threads.shutdownNow();
        report(clients, selections, alone, watched);
    }

    /** Cores in use, on average. */
    private static double cpu(HashlakeProcess process) throws InterruptedException {
        Duration before = process.cpu();
        process.run(MEASURED);
        return process.cpu().minus(before).toMillis() / (double) MEASURED.toMillis();
    }

    private void follow(HttpClient http, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (isMeasuring) {
                    heard(line);
                }
            }
        } catch (IOException | InterruptedException e) {
            if (isMeasuring) {
                System.err.println("a client ends: " + e.getMessage());
            }
        }
    }

    private void heard(String line) {
        bytes.add(line.length());
        Matcher at = AT.matcher(line);
        if (at.find()) {
            delays.add(
                    Duration.between(Instant.parse(at.group(1)), Instant.now()).toMillis());
        }
    }

    private void report(int clients, int selections, double alone, double watched) {
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d clients, %d selections: %d snapshots of %.1f KiB in %d s%n",
                clients,
                selections,
                sorted.length,
                bytes.sum() / 1024.0 / Math.max(1, sorted.length),
                MEASURED.toSeconds());
        System.out.printf("CPU: %.2f cores without clients, %.2f with them%n", alone, watched);
        System.out.printf(
                "from a snapshot's moment until a client has it: p50 %d ms, p99 %d ms%n",
                sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }
}
