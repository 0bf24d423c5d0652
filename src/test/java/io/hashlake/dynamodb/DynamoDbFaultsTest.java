package io.hashlake.dynamodb;

import static io.hashlake.dynamodb.DynamoDbSamples.post;
import static io.hashlake.tweet.TweetSamples.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink.Commit;
import io.hashlake.servers.DynamoDbServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that are overloaded or refuse, as dynalite never does. */
class DynamoDbFaultsTest {

    private static final Pattern POST = Pattern.compile("\"post_id\":\\{\"S\":\"(\\d+)\"}");
    private static final String TABLE = """
            {"Table": {"TableStatus": "ACTIVE", "KeySchema": [{"AttributeName": "hash", "KeyType": "HASH"}],
             "GlobalSecondaryIndexes": [{"IndexName": "by-user", "IndexStatus": "ACTIVE", "KeySchema": [
              {"AttributeName": "user_id", "KeyType": "HASH"}, {"AttributeName": "created_at", "KeyType": "RANGE"}]}]}}
            """;

    private final List<Rejected> letters = new ArrayList<>();
    private final List<String> put = Collections.synchronizedList(new ArrayList<>());

    /** Names of errors, by the post's id or the operation. */
    private final Map<String, String> errors = new ConcurrentHashMap<>();

    private HttpServer server;
    private DynamoDbSink sink;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        sink = new DynamoDbSink(DynamoDbSamples.table(endpoint), letters::addAll, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        sink.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        Matcher post = POST.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String subject = post.find() ? post.group(1) : operation;
        String error = errors.get(subject);
        if (error != null) {
            send(exchange, error.startsWith("Internal") ? 500 : 400, """
                    {"__type": "com.amazonaws.dynamodb.v20120810#%s", "message": "said by the server"}
                    """.formatted(error));
        } else if (operation.equals("PutItem")) {
            put.add(subject);
            send(exchange, 200, "{}");
        } else {
            send(exchange, 200, operation.equals("Query") ? "{\"Count\": 0, \"Items\": []}" : TABLE);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void onlyTheItemsThatAThrottledTableDidNotTakeAreSentAgain() throws Exception {
        errors.put("2", "ProvisionedThroughputExceededException");
        sink.write(batch("a", 1, post(1, 7), post(2, 7), post(3, 7)));

        assertThatThrownBy(sink::commit)
                .isInstanceOf(IOException.class)
                .hasMessage("DynamoDB does not take 1 of 3 posts just now:"
                        + " HTTP 400 ProvisionedThroughputExceededException: said by the server");
        assertThat(put).containsExactlyInAnyOrder("1", "3");

        errors.clear();
        put.clear();
        assertThat(sink.commit()).isEqualTo(new Commit(3, 0, 3, 0, 0, 0));
        assertThat(put).containsExactly("2");
        assertThat(letters).isEmpty();
    }

    @Test
    void anItemThatIsRefusedDoesNotHoldUpThoseThatWait() throws Exception {
        errors.put("1", "ValidationException");
        errors.put("2", "InternalServerError");
        sink.write(batch("a", 1, post(1, 7), post(2, 7)));

        assertThatThrownBy(sink::commit).hasMessageContaining("does not take 1 of 2 posts just now");
        assertThat(letters).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo("DynamoDB refuses it: HTTP 400 ValidationException: said by the server"));

        errors.clear();
        assertThat(sink.commit()).isEqualTo(new Commit(1, 1, 1, 0, 0, 0));
    }

    @Test
    void wrongKeysAreToldOnceAndWithoutThem() {
        errors.put("DescribeTable", "UnrecognizedClientException");
        sink.write(batch("a", 1, post(1, 7)));

        assertThatThrownBy(sink::commit)
                .hasMessageContainingAll(
                        "DynamoDB table posts in us-east-1", "the access key or the secret key is wrong")
                .hasMessageNotContaining(DynamoDbServer.SECRET_KEY);
        assertThat(put).isEmpty();
    }

    @Test
    void aMissingPermissionStopsTheCommitAndRefusesNoPost() throws Exception {
        errors.put("Query", "AccessDeniedException");
        sink.write(batch("a", 1, post(1, 7), post(2, 8)));

        assertThatThrownBy(sink::commit).hasMessageContaining("no permission");
        assertThat(put).isEmpty();

        errors.clear();
        assertThat(sink.commit().posts()).isEqualTo(2);
        assertThat(letters).isEmpty();
    }
}
