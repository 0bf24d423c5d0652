package io.hashlake.x.stream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.TestConfig;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.RawServer;
import io.hashlake.x.client.RequestOutcome;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.client.ScriptedServer;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamClientTest {

    private static final String TOKEN = "secret-of-an-app";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ScriptedServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.close();
    }

    @Test
    void readsLinesAsTheyCome() throws Exception {
        try (RawServer raw = serving((connection, out) -> {
                    write(out, HEAD + "\r\none\r\n\r\n");
                    hold();
                });
                StreamConnection stream = open(raw.uri())) {
            assertThat(stream.next().bytes()).asString().isEqualTo("one");
            assertThat(stream.next().isHeartbeat()).isTrue();
        }
        assertThat(heard).containsExactly("search_stream ok");
    }

    @Test
    void decompressesWhatComesInPieces() throws Exception {
        try (RawServer raw = serving((connection, out) -> {
                    write(out, HEAD + "Content-Encoding: gzip\r\n\r\n");
                    GZIPOutputStream gzip = new GZIPOutputStream(out, true);
                    gzip.write("one\r\n".getBytes(StandardCharsets.UTF_8));
                    gzip.flush();
                    hold();
                });
                StreamConnection stream = open(raw.uri())) {
            assertThat(stream.next().bytes()).asString().isEqualTo("one");
        }
    }

    @Test
    void aCompressedStreamThatIsNoneOrIsCutIsBroken() throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write("one\r\n".getBytes(StandardCharsets.UTF_8));
        }
        try (RawServer raw = serving((connection, out) -> {
                    write(out, HEAD + "Content-Encoding: gzip\r\n\r\n");
                    out.write(whole.toByteArray(), 0, 12);
                });
                StreamConnection stream = open(raw.uri())) {
            assertThatThrownBy(stream::next).isInstanceOf(StreamBrokenException.class);
        }
        try (RawServer raw = serving((connection, out) ->
                        write(out, HEAD + "Content-Encoding: gzip\r\n\r\nplain text that is no gzip\r\n"));
                StreamConnection stream = open(raw.uri())) {
            assertThatThrownBy(stream::next).isInstanceOf(StreamBrokenException.class);
        }
    }

    @Test
    void aBombOfALineIsPassedOver() throws Exception {
        try (RawServer raw = serving((connection, out) -> {
                    write(out, HEAD + "Content-Encoding: gzip\r\n\r\n");
                    GZIPOutputStream gzip = new GZIPOutputStream(out, true);
                    byte[] much = new byte[1 << 20];
                    for (int i = 0; i < 100; i++) {
                        gzip.write(much);
                    }
                    gzip.write("\none\n".getBytes(StandardCharsets.UTF_8));
                    gzip.flush();
                    hold();
                });
                StreamConnection stream = open(raw.uri())) {
            assertThat(stream.next().length()).isEqualTo(100L << 20);
            assertThat(stream.next().bytes()).asString().isEqualTo("one");
        }
    }

    @Test
    void givesUpAConnectionOnWhichNothingComes() throws Exception {
        try (RawServer raw = serving((connection, out) -> {
                    write(out, HEAD + "\r\none\r\n");
                    hold();
                });
                StreamConnection stream = open(raw.uri())) {
            stream.next();
            assertThatThrownBy(stream::next)
                    .hasMessageContaining("1500 ms")
                    .asInstanceOf(InstanceOfAssertFactories.type(StreamBrokenException.class))
                    .returns("silent", StreamBrokenException::type);
        }
    }

    @Test
    void tellsTheEndFromALoss() throws Exception {
        try (RawServer raw = serving((connection, out) -> write(out, HEAD + "\r\none\r\ntw"));
                StreamConnection stream = open(raw.uri())) {
            stream.next();
            assertThat(typeOf(stream)).isEqualTo("ended");
        }
        try (RawServer raw = serving((connection, out) ->
                        write(out, HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\none\r\n\r\n5\r\ntw"));
                StreamConnection stream = open(raw.uri())) {
            assertThat(typeOf(stream)).isEqualTo("network");
        }
    }

    @Test
    void whoDoesNotReadHoldsTheSenderUp() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (RawServer raw = serving((connection, out) -> {
                    write(out, HEAD + "\r\n");
                    byte[] much = new byte[1 << 16];
                    while (sent.get() < 1L << 30) {
                        out.write(much);
                        sent.addAndGet(much.length);
                    }
                });
                StreamConnection stream = open(raw.uri())) {
            long[] before = {-1};
            await().pollInterval(Duration.ofMillis(200)).until(() -> before[0] == (before[0] = sent.get()));
            assertThat(sent.get()).isLessThan(64L << 20);
        }
    }

    @Test
    void asksForFieldsByTheNameThatStreamsKept() throws Exception {
        server.then(200, "x\r\n");
        assertThat(client(server.uri()).open(StreamApi.Stream.SAMPLE).outcome()).isEqualTo(RequestOutcome.OK);
        assertThat(server.asked().get(0).getPath()).isEqualTo("/2/tweets/sample/stream");
        assertThat(server.parameters(0))
                .containsKeys("tweet.fields", "expansions")
                .doesNotContainKey("post.fields");
        assertThat(server.headers(0).getFirst("Authorization")).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void fallsBackToTheOtherFieldNames() throws Exception {
        server.then(
                400,
                "{\"errors\":[{\"parameters\":{\"tweet.fields\":[\"note_tweet\"]},\"message\":\"no\"}],"
                        + "\"title\":\"Invalid Request\"}");
        server.then(200, "x\r\n");
        assertThat(client(server.uri()).open(StreamApi.Stream.FILTERED).outcome())
                .isEqualTo(RequestOutcome.OK);
        assertThat(server.parameters(0).get("tweet.fields")).contains("note_tweet");
        assertThat(server.parameters(1).get("post.fields")).contains("note_post");
    }

    @Test
    void everyRefusalHasItsReaction() throws Exception {
        server.then(429, problem("TooManyConnections"), "x-rate-limit-remaining", "40");
        server.then(409, problem("RuleConfigurationIssue"));
        server.then(429, "{\"title\":\"Too Many Requests\"}");
        server.then(503, "<html>");
        StreamClient client = client(server.uri());
        assertThat(client.open(StreamApi.Stream.FILTERED).outcome()).isEqualTo(RequestOutcome.TOO_MANY_CONNECTIONS);
        assertThat(client.open(StreamApi.Stream.FILTERED).outcome()).isEqualTo(RequestOutcome.NO_RULES);
        RequestResult<StreamConnection> limited = client.open(StreamApi.Stream.FILTERED);
        assertThat(limited.outcome()).isEqualTo(RequestOutcome.RATE_LIMITED);
        assertThat(limited.answer()).isInstanceOf(ApiResult.Wait.class);
        assertThat(client.open(StreamApi.Stream.SAMPLE).outcome()).isEqualTo(RequestOutcome.SERVER_ERROR);
    }

    @Test
    void readsAllPagesOfRules() throws Exception {
        server.then(200, "{\"data\":[{\"id\":\"1\",\"value\":\"#a\",\"tag\":\"t\"}],\"meta\":{\"next_token\":\"n\"}}");
        server.then(200, "{\"data\":[{\"id\":\"2\",\"value\":\"#b\"}],\"meta\":{}}");
        RequestResult<List<Rule>> rules = client(server.uri()).rules();
        assertThat(rules).isEqualTo(RequestResult.ok(List.of(new Rule("1", "#a", "t"), new Rule("2", "#b", ""))));
        assertThat(server.parameters(1)).containsEntry("pagination_token", "n");
    }

    @Test
    void saysWhatBecameOfEachRule() throws Exception {
        server.then(201, """
                {"data":[{"id":"1","value":"#a","tag":"t"}],"meta":{"summary":{"created":1,"not_created":1}},
                 "errors":[{"value":"#b","id":"9","title":"DuplicateRule",
                 "type":"https://api.twitter.com/2/problems/duplicate-rules"}]}""");
        server.then(400, """
                {"errors":[{"value":"(#c","details":["missing )"],"title":"UnprocessableEntity",
                 "type":"https://api.twitter.com/2/problems/invalid-rules"}],"title":"Invalid Request"}""");
        StreamClient client = client(server.uri());
        RuleReply partly = value(client.add(List.of(Rule.of("#a", "t"), Rule.of("#b", "t"))));
        assertThat(partly.created()).containsExactly(new Rule("1", "#a", "t"));
        assertThat(partly.refused()).extracting(RuleReply.Refusal::duplicateOf).containsExactly("9");
        RuleReply refused = value(client.add(List.of(Rule.of("(#c", "t"))));
        assertThat(refused.refused())
                .containsExactly(new RuleReply.Refusal("(#c", "", "UnprocessableEntity: missing )"));
    }

    private static String problem(String issue) {
        return "{\"title\":\"ConnectionException\",\"detail\":\"d\",\"connection_issue\":\"" + issue
                + "\",\"type\":\"https://api.twitter.com/2/problems/streaming-connection\"}";
    }

    private static <T> T value(RequestResult<T> verdict) {
        return ((ApiResult.Ok<T>) verdict.answer()).value();
    }

    private static String typeOf(StreamConnection stream) throws InterruptedException {
        try {
            while (true) {
                stream.next();
            }
        } catch (StreamBrokenException e) {
            return e.type();
        }
    }

    private StreamConnection open(URI uri) throws InterruptedException {
        return value(client(uri).open(StreamApi.Stream.FILTERED));
    }

    private StreamClient client(URI uri) {
        return new StreamClient(
                XSettings.of(uri, new BearerToken(TOKEN), TestConfig.of(XConfig.class)),
                Duration.ofMillis(1500),
                1 << 20,
                new XTime(Clock.systemUTC()),
                (endpoint, outcome, took, limit) -> heard.add(endpoint + " " + outcome));
    }

    private RawServer serving(RawServer.Behaviour behaviour) throws IOException {
        return new RawServer(behaviour);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void hold() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
