package io.hashlake.kinesis;

import static io.hashlake.kinesis.KinesisSamples.post;
import static io.hashlake.tweet.TweetSamples.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.ServerTest;
import io.hashlake.servers.KinesisServer;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.stream.FakeOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that are throttled and iterators that expire, as they never are in kinesalite. */
@ServerTest
class KinesisFaultsTest {

    private static final String SUMMARY = """
            {"StreamDescriptionSummary": {"StreamName": "posts", "StreamStatus": "ACTIVE", "RetentionPeriodHours": 24,
             "StreamCreationTimestamp": 1}}
            """;
    private static final String SHARDS = "{\"Shards\": [{\"ShardId\": \"shardId-000000000000\"}]}";
    private static final String ITERATOR = "{\"ShardIterator\": \"iterator\"}";

    private final ObjectMapper json = new ObjectMapper();
    private final List<List<String>> put = Collections.synchronizedList(new ArrayList<>());
    private final List<String> iterators = Collections.synchronizedList(new ArrayList<>());

    /** Keys that are refused, each once for every time that it is in here. */
    private final Deque<String> throttled = new ConcurrentLinkedDeque<>();

    /** Answers to reads, the first one first; then there is nothing new. */
    private final Deque<String> reads = new ConcurrentLinkedDeque<>();

    private final FakeOutput output = new FakeOutput();
    private final FakeClock clock = new FakeClock(KinesisSamples.NOON);
    private HttpServer server;
    private KinesisStream stream;

    @BeforeEach
    void start() throws IOException {
        KinesisServer.withoutCbor();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        stream = KinesisSamples.stream(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "posts");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        JsonNode request = json.readTree(exchange.getRequestBody());
        switch (target.substring(target.indexOf('.') + 1)) {
            case "PutRecords" -> send(exchange, taken(request.get("Records")));
            case "DescribeStreamSummary" -> send(exchange, SUMMARY);
            case "ListShards" -> send(exchange, SHARDS);
            case "GetShardIterator" -> {
                iterators.add(request.path("ShardIteratorType").asText() + " "
                        + request.path("StartingSequenceNumber").asText());
                send(exchange, ITERATOR);
            }
            default -> send(exchange, reads.isEmpty() ? page("") : reads.poll());
        }
    }

    private String taken(JsonNode records) {
        List<String> keys = new ArrayList<>();
        records.forEach(record -> keys.add(record.get("PartitionKey").asText()));
        put.add(keys);
        return keys.stream()
                .map(key -> throttled.removeFirstOccurrence(key)
                        ? "{\"ErrorCode\": \"ProvisionedThroughputExceededException\", \"ErrorMessage\": \"Rate exceeded\"}"
                        : "{\"SequenceNumber\": \"1\", \"ShardId\": \"shardId-000000000000\"}")
                .collect(Collectors.joining(",", "{\"Records\": [", "]}"));
    }

    private static String page(String records) {
        return "{\"NextShardIterator\": \"next\", \"MillisBehindLatest\": 0, \"Records\": [" + records + "]}";
    }

    private static String record(long id) {
        return "{\"SequenceNumber\": \"%d\", \"ApproximateArrivalTimestamp\": 1795348800, \"Data\": \"%s\"}"
                .formatted(id, Base64.getEncoder().encodeToString(RecordWriter.write(post(id))));
    }

    private static String error(String name) {
        return "{\"__type\": \"" + name + "\", \"message\": \"said by the server\"}";
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(body.startsWith("{\"__type\"") ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void recordsOfAThrottledShardAreGivenAgainAlone() throws IOException {
        throttled.addAll(List.of("2", "3", "3"));
        try (KinesisSink sink = new KinesisSink(stream, none -> {}, Clock.systemUTC())) {
            sink.write(batch("climate", 0, post(1), post(2), post(3)));

            assertThat(sink.commit().posts()).isEqualTo(3);
        }
        assertThat(put).containsExactly(List.of("1", "2", "3"), List.of("2", "3"), List.of("3"));
    }

    @Test
    void whatIsThrottledForTooLongWaitsForTheNextCommitAlone() throws IOException {
        throttled.addAll(Collections.nCopies(5, "2"));
        try (KinesisSink sink = new KinesisSink(stream, none -> {}, Clock.systemUTC())) {
            sink.write(batch("climate", 0, post(1), post(2), post(3)));

            assertThatThrownBy(sink::commit)
                    .hasMessageContaining("Kinesis stream posts")
                    .hasMessageContaining("does not take 1 of 3 records just now:"
                            + " ProvisionedThroughputExceededException: Rate exceeded");
            assertThat(sink.commit().posts()).isEqualTo(3);
        }
        assertThat(put.get(put.size() - 1)).containsExactly("2");
    }

    private KinesisSource source() {
        KinesisServices services =
                new KinesisServices(stream.config(), new FakeCursors(), gap -> {}, clock, Optional.empty(), false);
        return new KinesisSource("posts", stream, services, output::take);
    }

    private List<Long> ids() {
        return output.batches.stream()
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::id)
                .toList();
    }

    @Test
    void anIteratorThatHasExpiredIsReplacedByOneBehindTheLastRecord() {
        reads.addAll(List.of(page(record(1)), error("ExpiredIteratorException"), page(record(2))));
        KinesisSource source = source();

        source.poll();
        source.poll();
        source.poll();

        assertThat(ids()).containsExactly(1L, 2L);
        assertThat(iterators).containsExactly("TRIM_HORIZON ", "AFTER_SEQUENCE_NUMBER 1");
        assertThat(source.status()).isInstanceOf(SourceStatus.Running.class);
    }

    /** The SDK tries three times before it gives up. */
    @Test
    void aShardThatIsThrottledIsReadLater() {
        reads.add(page(record(1)));
        reads.addAll(Collections.nCopies(3, error("ProvisionedThroughputExceededException")));
        KinesisSource source = source();
        source.poll();
        reads.add(page(record(2)));

        source.poll();
        assertThat(source.status().toString()).contains("the stream is throttled: give it more shards");
        assertThat(ids()).containsExactly(1L);

        clock.pass(Duration.ofMinutes(1));
        source.poll();
        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    void aShardWithoutRecordsMovesItsCursorOn() {
        KinesisSource source = source();
        source.poll();
        clock.pass(Duration.ofSeconds(30));
        source.poll();

        assertThat(output.batches).hasSize(1);
        clock.pass(Duration.ofSeconds(31));
        source.poll();

        assertThat(output.batches).hasSize(2);
        assertThat(output.batches.get(1).tweets()).isEmpty();
        assertThat(output.batches.get(1).end())
                .isEqualTo(ShardPosition.start(clock.instant()).toString());
    }
}
