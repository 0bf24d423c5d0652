package io.hashlake.simulator.mastodon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.simulator.world.World;
import io.hashlake.simulator.world.WorldSettings;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.tweet.Snowflake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** A running server of Mastodon. It serves on the loopback address until it is closed. Safe for use by many threads. */
public final class SimulatedMastodon implements AutoCloseable {

    private final World world;
    private final Statuses statuses;
    private final Clock clock;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("simulated-mastodon"));
    private final Queue<MastodonFault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean isClosed;

    private SimulatedMastodon(WorldSettings settings, int server, Clock clock, int port) throws IOException {
        this.world = new World(settings, clock.instant());
        this.statuses = new Statuses(world, server);
        this.clock = clock;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
    }

    /**
     * Starts one.
     *
     * @param server its number: a quarter of the posts does not reach it, of each number another one
     * @param port 0 for any
     */
    public static SimulatedMastodon start(WorldSettings settings, int server, Clock clock, int port)
            throws IOException {
        SimulatedMastodon started = new SimulatedMastodon(settings, server, clock, port);
        started.http.start();
        return started;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Lets the next timeline go wrong. */
    public void fail(MastodonFault fault) {
        faults.add(fault);
    }

    /** Says beforehand that timelines are for those who are logged in. */
    public void shut() {
        isClosed = true;
    }

    /** Returns the paths that were asked for, with the client's name, oldest first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns every post of an interval that reaches this server, oldest first. */
    public List<TrueStatus> truth(Instant from, Instant to) {
        return numbers(from, to).mapToObj(statuses::truth).toList();
    }

    private LongStream numbers(Instant from, Instant to) {
        return LongStream.range(firstFrom(from), firstFrom(to)).filter(statuses::isKnown);
    }

    private long firstFrom(Instant time) {
        return world.timeline().firstFrom(Snowflake.firstAt(time));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            requests.add(uri + " " + exchange.getRequestHeaders().getFirst("User-Agent"));
            if (uri.getPath().equals("/api/v2/instance")) {
                send(exchange, 200, instance());
            } else if (uri.getPath().startsWith(TagTimeline.PATH)) {
                sendTimeline(exchange, uri, faults.poll());
            } else {
                send(exchange, 404, "{\"error\":\"Record not found\"}");
            }
        }
    }

    private String instance() {
        String access = isClosed ? "authenticated" : "public";
        return """
                {"domain":"one.example","version":"4.5.0","configuration":{"timelines_access":{"hashtag_feeds":\
                {"local":"public","remote":"%s"}}}}""".formatted(access);
    }

    private void sendTimeline(HttpExchange exchange, URI uri, MastodonFault fault) throws IOException {
        Instant now = clock.instant();
        TagTimeline timeline = new TagTimeline(world, statuses, numbers(Instant.EPOCH, now), now);
        if (fault == null) {
            send(exchange, 200, timeline.page(uri).toString());
            return;
        }
        switch (fault) {
            case RATE_LIMITED -> {
                exchange.getResponseHeaders()
                        .set("X-RateLimit-Reset", now.plusSeconds(2).toString());
                send(exchange, 429, "{\"error\":\"Too many requests\"}");
            }
            case UNAVAILABLE -> send(exchange, 503, "<html>down</html>");
            case NO_JSON -> send(exchange, 200, "<html>hello</html>");
            case NO_LIST -> send(exchange, 200, "{\"error\":\"surprise\"}");
            case OLD_PAGE -> send(exchange, 200, timeline.oldest(uri).toString());
            case BROKEN_STATUS -> send(exchange, 200, timeline.broken(uri).toString());
            case CLOSED -> {
                faults.add(MastodonFault.CLOSED);
                send(exchange, 401, "{\"error\":\"This method requires an authenticated user\"}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
