package io.hashlake.index;

import static io.hashlake.index.IndexSamples.post;
import static io.hashlake.tweet.TweetSamples.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink.Commit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that refuse, are overloaded, or are no such servers. */
class IndexFaultsTest {

    private static final Pattern ID = Pattern.compile("\"_id\":\"(\\d+)\"");

    private final List<Rejected> letters = new ArrayList<>();
    private final List<List<String>> received = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private HttpServer server;
    private IndexSink sink;

    /** An answer to a bulk request. */
    private interface Answer {
        void to(HttpExchange exchange, List<String> ids) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            json(exchange, 200, "{\"acknowledged\":true}");
        });
        server.createContext("/_bulk", this::bulk);
        server.start();
        sink = sink();
        sink.open();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private IndexSink sink(String... changed) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new IndexSink(IndexSamples.server(url, changed), letters::addAll, Clock.systemUTC());
    }

    private void bulk(HttpExchange exchange) throws IOException {
        Matcher ids = ID.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        List<String> found = ids.results().map(id -> id.group(1)).toList();
        received.add(found);
        answers.remove().to(exchange, found);
    }

    @Test
    void onlyTheItemsThatTheServerWasTooBusyForAreSentAgain() throws IOException {
        answers.add(
                (exchange, ids) -> items(exchange, created(), error(429, "rejected_execution_exception"), created()));
        answers.add((exchange, ids) -> items(exchange, error(503, "unavailable_shards_exception")));
        answers.add((exchange, ids) -> items(exchange, created()));
        sink.write(batch("a", 1, post(1), post(2), post(3)));

        assertThatThrownBy(sink::commit).hasMessageContainingAll("1 of 3 posts", "429 rejected_execution_exception");
        assertThatThrownBy(sink::commit).hasMessageContainingAll("1 of 1 posts", "503 unavailable_shards_exception");
        assertThat(sink.commit()).isEqualTo(new Commit(3, 0, 3, 0, 0, 0));
        assertThat(received).containsExactly(List.of("1", "2", "3"), List.of("2"), List.of("2"));
    }

    @Test
    void anOlderCopyIsDone() throws IOException {
        answers.add((exchange, ids) -> items(exchange, error(409, "version_conflict_engine_exception")));
        sink.write(batch("a", 1, post(1)));

        assertThat(sink.commit()).isEqualTo(new Commit(0, 0, 0, 1, 0, 0));
    }

    @Test
    void anErrorOfStatus400ThatNoDocumentCausesIsWaitedFor() throws IOException {
        answers.add((exchange, ids) -> items(exchange, error(400, "validation_exception")));
        answers.add((exchange, ids) -> items(exchange, created()));
        sink.write(batch("a", 1, post(1)));

        assertThatThrownBy(sink::commit).hasMessageContaining("400 validation_exception");
        assertThat(sink.commit().posts()).isEqualTo(1);
        assertThat(letters).isEmpty();
    }

    @Test
    void aFullDiskIsWaitedFor() throws IOException {
        answers.add((exchange, ids) -> items(exchange, error(429, "cluster_block_exception")));
        sink.write(batch("a", 1, post(1)));

        assertThatThrownBy(sink::commit).hasMessageContaining("429 cluster_block_exception");
        assertThat(letters).isEmpty();
    }

    @Test
    void aDeadLetterThatCannotBeKeptIsTriedAgain() throws IOException {
        IndexSink forgetful = new IndexSink(
                IndexSamples.server(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                rejected -> {
                    if (letters.isEmpty()) {
                        letters.addAll(rejected);
                        throw new IOException("disk full");
                    }
                    letters.addAll(rejected);
                },
                Clock.systemUTC());
        forgetful.open();
        answers.add((exchange, ids) -> items(exchange, error(400, "mapper_parsing_exception")));
        answers.add((exchange, ids) -> items(exchange, error(400, "mapper_parsing_exception")));
        forgetful.write(batch("a", 1, post(1)));

        assertThatThrownBy(forgetful::commit).hasMessage("disk full");
        assertThat(forgetful.commit()).isEqualTo(new Commit(0, 1, 0, 0, 0, 0));
    }

    @Test
    void aServerThatTakesSmallerBodiesGetsThem() throws IOException {
        answers.add((exchange, ids) -> json(exchange, 413, "{\"error\":\"too large\"}"));
        answers.add((exchange, ids) -> items(exchange, created()));
        answers.add((exchange, ids) -> items(exchange, created()));
        sink.write(batch("a", 1, post(1), post(2)));

        assertThatThrownBy(sink::commit).hasMessageContaining("413");
        assertThat(sink.commit().posts()).isEqualTo(2);
        assertThat(received).containsExactly(List.of("1", "2"), List.of("1"), List.of("2"));
    }

    @Test
    void aSinglePostThatIsTooLargeGoesToTheDeadLetter() throws IOException {
        answers.add((exchange, ids) -> json(exchange, 413, "{\"error\":\"too large\"}"));
        sink.write(batch("a", 1, post(1)));

        assertThat(sink.commit().rejected()).isEqualTo(1);
        assertThat(letters).singleElement().satisfies(letter -> assertThat(letter.reason())
                .contains("413"));
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws IOException {
        answers.add((exchange, ids) -> answer(exchange, 401, "text/plain", "Unauthorized"));
        IndexSink wrong = sink("username=hashlake", "password=wr0ng-secret");
        wrong.open();
        wrong.write(batch("a", 1, post(1)));

        assertThatThrownBy(wrong::commit)
                .hasMessageContaining("refuses the credentials (401): check hashlake.index.username")
                .hasMessageNotContaining("wr0ng");
        assertThat(authorizations).contains("Basic aGFzaGxha2U6d3Iwbmctc2VjcmV0");
    }

    @Test
    void anApiKeyIsSentAndNotTold() throws IOException {
        sink("api-key=a2V5").open();

        assertThat(authorizations).contains("ApiKey a2V5");
        assertThat(IndexCredentials.apiKey("a2V5")).hasToString("***");
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        answers.add((exchange, ids) -> {
            exchange.getResponseHeaders().set("Location", "https://elsewhere.example/_bulk?token=secret");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        sink.write(batch("a", 1, post(1)));

        assertThatThrownBy(sink::commit)
                .hasMessageContaining("redirects to https://elsewhere.example/_bulk (307): set hashlake.index.url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPageOfHtmlIsNoAnswer() {
        answers.add((exchange, ids) -> answer(exchange, 200, "text/html", "<html>Sign in</html>"));
        sink.write(batch("a", 1, post(1)));

        assertThatThrownBy(sink::commit).hasMessageContaining("answers 200 with text/html rather than JSON");
    }

    @Test
    void anAnswerThatBreaksOffIsNotBelieved() throws IOException {
        answers.add((exchange, ids) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"items\":[".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        answers.add((exchange, ids) -> json(exchange, 200, "{\"items\":["));
        answers.add((exchange, ids) -> items(exchange, created()));
        answers.add((exchange, ids) -> items(exchange, created(), created()));
        sink.write(batch("a", 1, post(1), post(2)));

        assertThatThrownBy(sink::commit).hasMessageContaining("cannot be reached");
        assertThatThrownBy(sink::commit).hasMessageContaining("JSON that cannot be read");
        assertThatThrownBy(sink::commit).hasMessageContaining("answers for 1 of 2 posts");
        assertThat(sink.commit().posts()).isEqualTo(2);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpAtItsDeadline() throws IOException {
        answers.add((exchange, ids) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        IndexSink hasty = sink("request-timeout=500ms");
        hasty.open();
        hasty.write(batch("a", 1, post(1)));

        assertThatThrownBy(hasty::commit).hasMessageContaining("did not answer within PT0.5S");
    }

    @Test
    void aServerThatWasOutGetsItsTemplateAgain() throws IOException {
        answers.add((exchange, ids) -> json(exchange, 503, "{\"error\":\"starting\"}"));
        answers.add((exchange, ids) -> items(exchange, created()));
        sink.write(batch("a", 1, post(1)));
        int before = authorizations.size();

        assertThatThrownBy(sink::commit).hasMessageContaining("503 error: starting");
        sink.commit();

        assertThat(authorizations).hasSize(before + 2);
    }

    private static String created() {
        return "{\"index\":{\"status\":201,\"result\":\"created\"}}";
    }

    private static String error(int status, String type) {
        return "{\"index\":{\"status\":%d,\"error\":{\"type\":\"%s\",\"reason\":\"it says why\"}}}"
                .formatted(status, type);
    }

    private static void items(HttpExchange exchange, String... items) throws IOException {
        json(exchange, 200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "application/json; charset=UTF-8", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}
