package io.hashlake.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.TestConfig;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.stream.FakeOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that does not keep to the protocol, or means harm, costs one poll and is told. */
class LyingServerTest {

    private static final String POST = """
            {"id":"%1$d","uri":"https://one.example/%1$d","created_at":"2026-11-22T12:00:00Z","content":"<p>#rust</p>",
            "account":{"acct":"ada"},"tags":[{"name":"rust"}]}""";

    /** Writes the response to a request for a timeline. */
    @FunctionalInterface
    private interface Timeline {
        void send(HttpExchange exchange) throws IOException;
    }

    private final FakeCursors cursors = new FakeCursors();
    private final FakeOutput output = new FakeOutput();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Timeline timeline;
    private String instance = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestURI().getPath() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                if (exchange.getRequestURI().getPath().endsWith("/instance")) {
                    send(exchange, instance);
                } else {
                    timeline.send(exchange);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private MastodonSource source(String... settings) {
        List<String> all = new ArrayList<>(List.of("delay=1s", "history=true"));
        all.addAll(List.of(settings));
        MastodonServices services = new MastodonServices(
                TestConfig.of(MastodonConfig.class, all.toArray(String[]::new)),
                cursors,
                Clock.systemUTC(),
                "hashlake-test",
                false);
        MastodonServer asked = new MastodonServer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        return new MastodonSource("a", Hashtag.of("rust"), new MastodonClient(asked, services), services, output::take);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String page(List<Long> ids) {
        return ids.stream().map(POST::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Long> ids(long from, long to) {
        return LongStream.range(from, to).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Long> taken() {
        return output.batches.stream()
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::uri)
                .map(uri -> Long.valueOf(uri.substring(uri.lastIndexOf('/') + 1)))
                .sorted()
                .toList();
    }

    private static void assertRetries(MastodonSource source, String reason) throws InterruptedException {
        assertThat(source.poll()).isPresent();
        assertThat(source.status()).isInstanceOf(SourceStatus.Retrying.class);
        assertThat(source.status().toString()).contains(reason);
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() throws Exception {
        timeline = exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost:1/elsewhere?token=secret");
            exchange.sendResponseHeaders(302, -1);
        };

        assertRetries(source(), "127.0.0.1 redirects to http://localhost:1/elsewhere, which is not asked");
    }

    @Test
    void aHugeBodyIsNotReadToItsEnd() throws Exception {
        timeline = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(spaces);
            }
        };

        assertRetries(source("max-body=100000"), "answer is larger than 100000 bytes");
    }

    @Test
    void aBodyThatNeverEndsIsGivenUp() throws Exception {
        timeline = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            while (true) {
                await(exchange);
            }
        };

        assertRetries(source("timeout=1s"), "answer did not end within 1 s");
    }

    /** Ends when the client hangs up. */
    private static void await(HttpExchange exchange) throws IOException {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        Thread.onSpinWait();
    }

    @Test
    void pagesWithoutEndAreReadOnInTheNextPoll() throws Exception {
        AtomicLong next = new AtomicLong(1_000);
        timeline = exchange -> {
            long from = next.getAndAdd(MastodonClient.PAGE);
            send(exchange, page(ids(from, from + MastodonClient.PAGE)));
        };

        MastodonSource source = source("max-pages=3");
        assertThat(source.poll()).isPresent();

        assertThat(source.status()).isInstanceOf(SourceStatus.Running.class);
        assertThat(taken()).isEqualTo(ids(1_000, 1_000 + 3 * MastodonClient.PAGE));
    }

    @Test
    void postsInAnyOrderAreTakenOnce() throws Exception {
        List<Long> ids = ids(1_000, 1_020);
        Collections.reverse(ids);
        timeline = exchange -> {
            boolean isFirst = requests.size() == 2;
            send(exchange, isFirst ? page(ids) : "[]");
        };

        MastodonSource source = source();
        source.poll();
        source.poll();

        assertThat(taken()).isEqualTo(ids(1_000, 1_020));
        assertThat(cursors.positions).containsEntry("a", "status:1019");
    }

    @Test
    void onlyItsOwnServerIsToldTheTokenAndNobodyElse() throws Exception {
        instance = "{\"configuration\":{\"timelines_access\":{\"hashtag_feeds\":{\"remote\":\"authenticated\"}}}}";
        timeline = exchange -> exchange.sendResponseHeaders(401, -1);

        MastodonSource source = source("tokens=other.example=other,127.0.0.1=secret");
        assertThat(source.poll()).isEmpty();

        assertThat(requests).hasSize(2).allMatch(request -> request.endsWith(" Bearer secret"));
        assertThat(source.status().toString())
                .isEqualTo("stopped: 127.0.0.1 refuses its token in hashlake.mastodon.tokens (HTTP 401)");
        assertThat(MastodonTokens.parse("127.0.0.1=secret")).hasToString("tokens for [127.0.0.1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MastodonTokens.parse("secret"))
                .withMessageNotContaining("secret");
    }
}
