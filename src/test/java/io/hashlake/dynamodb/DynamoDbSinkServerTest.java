package io.hashlake.dynamodb;

import static io.hashlake.dynamodb.DynamoDbSamples.NOON;
import static io.hashlake.dynamodb.DynamoDbSamples.observed;
import static io.hashlake.dynamodb.DynamoDbSamples.post;
import static io.hashlake.tweet.TweetSamples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink.Commit;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.servers.DynamoDbServer;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@ServerTest
class DynamoDbSinkServerTest {

    @TempDir
    static Path directory;

    private static DynamoDbServer server;

    private final List<Rejected> letters = new ArrayList<>();
    private DynamoDbTable table;
    private DynamoDbClient client;
    private DynamoDbSink sink;

    @BeforeAll
    static void start() throws IOException {
        server = DynamoDbServer.start(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    /** Each test has a table of its own. */
    @BeforeEach
    void open(TestInfo test) {
        table = DynamoDbSamples.table(
                server.endpoint(), "table=" + test.getTestMethod().orElseThrow().getName());
        client = table.client();
        sink = sink();
    }

    @AfterEach
    void close() {
        sink.close();
        client.close();
    }

    private DynamoDbSink sink() {
        return new DynamoDbSink(table, letters::addAll, Clock.systemUTC());
    }

    /** A new table takes a moment. */
    private void openSoon() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(sink::open);
    }

    private Commit commit(Tweet... posts) throws IOException {
        sink.write(batch("a", 1, posts));
        return sink.commit();
    }

    private List<Map<String, AttributeValue>> items() {
        return server.items(table.name());
    }

    private Map<String, AttributeValue> item(Tweet post) {
        return client.getItem(request -> request.tableName(table.name())
                        .consistentRead(true)
                        .key(Map.of(Attributes.HASH, Attributes.text(RowHash.of(post)))))
                .item();
    }

    private long userPosts(Tweet post) {
        return Long.parseLong(item(post).get(Attributes.USER_POSTS).n());
    }

    @Test
    void everyPostIsOneItemWithItsTimesUserTextAndCount() throws Exception {
        openSoon();

        assertThat(commit(post(1, 7), post(2, 7), post(3, 8))).isEqualTo(new Commit(3, 0, 3, 0, 0, 0));
        assertThat(items()).hasSize(3);
        Map<String, AttributeValue> item = item(post(2, 7));
        assertThat(item.get("created_at").s()).isEqualTo("2026-11-22T12:00:02.000000Z");
        assertThat(item.get("processed_at").s()).startsWith("20");
        assertThat(item.get("user_id").s()).isEqualTo("7");
        assertThat(item.get("text").s()).isEqualTo("text of 2");
        assertThat(item.get("hashtags").l()).isEmpty();
        assertThat(item.get("period").s()).isEqualTo("2026-11-22");
        assertThat(item.get("user_posts").n()).isEqualTo("2");
        assertThat(userPosts(post(3, 8))).isEqualTo(1);
    }

    @Test
    void erasedPostsAndUsersLeaveTheTableAndTheOthersStay() throws Exception {
        openSoon();
        commit(LongStream.rangeClosed(1, 60).mapToObj(id -> post(id, id % 3)).toArray(Tweet[]::new));
        DynamoDbErasure erasure = new DynamoDbErasure(table);
        Tombstones tombstones = new Tombstones(ErasedIds.of(3, 60, 1_000), ErasedIds.of(1), ErasedIds.NONE);

        assertThat(erasure.erase(tombstones)).isEqualTo(22);
        assertThat(erasure.erase(tombstones)).isZero();
        assertThat(items())
                .extracting(item -> Long.parseLong(item.get("post_id").s()))
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 60)
                        .filter(id -> id % 3 != 1 && id != 3 && id != 60)
                        .boxed()
                        .toList());
    }

    @Test
    void everythingCanBeErasedTwice() throws Exception {
        openSoon();
        commit(post(1, 7), post(2, 7));
        DynamoDbErasure erasure = new DynamoDbErasure(table);
        assertThat(erasure.contents()).isEqualTo("2 items");

        erasure.eraseAll();
        erasure.eraseAll();

        assertThat(items()).isEmpty();
        assertThat(erasure.contents()).isEmpty();
    }

    @Test
    void aBatchThatComesAgainAfterARestartChangesNothing() throws Exception {
        openSoon();
        commit(post(1, 7), post(2, 7));
        List<Map<String, AttributeValue>> before = items();
        sink.close();
        sink = sink();

        assertThat(commit(post(1, 7), post(2, 7))).isEqualTo(new Commit(0, 0, 0, 2, 0, 0));
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void theNewestObservationWinsInWhateverOrderTheyCome() throws Exception {
        openSoon();
        List<Tweet> observations = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            observations.add(observed(1, NOON.plusNanos(i * 1_000L), "text " + i));
        }
        Collections.shuffle(observations, new Random(7));
        for (Tweet observation : observations) {
            commit(observation);
        }

        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.get("text").s()).isEqualTo("text 9");
            assertThat(item.get("user_posts").n()).isEqualTo("1");
        });
    }

    @Test
    void aUsersPostsAreCountedAnewByPeriod() throws Exception {
        openSoon();
        Tweet nextDay =
                post(9, 7).toBuilder().createdAt(NOON.plus(Duration.ofDays(1))).build();
        commit(post(1, 7));
        commit(post(2, 7), nextDay);
        sink.close();
        sink = sink();
        commit(post(3, 7), post(3, 7), post(1, 7));

        assertThat(userPosts(post(1, 7))).isEqualTo(1);
        assertThat(userPosts(post(2, 7))).isEqualTo(2);
        assertThat(userPosts(post(3, 7))).isEqualTo(3);
        assertThat(userPosts(nextDay)).isEqualTo(1);
    }

    @Test
    void anItemThatIsTooLargeGoesToTheDeadLetterAndTheOthersAreKept() throws Exception {
        openSoon();
        Tweet large = post(2, 7).toBuilder().text("x".repeat(410_000)).build();

        assertThat(commit(post(1, 7), large, post(3, 7))).isEqualTo(new Commit(2, 1, 2, 0, 0, 0));
        assertThat(items()).hasSize(2);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.tweet().id()).isEqualTo(2);
            assertThat(letter.stage().id()).isEqualTo("dynamodb");
            assertThat(letter.reason()).contains("DynamoDB refuses it", "Item size has exceeded");
        });
    }

    @Test
    void aTableThatIsMissingIsToldWithItsRegionAndNothingIsLost() throws Exception {
        sink.close();
        DynamoDbTable missing =
                DynamoDbSamples.table(server.endpoint(), "table=another", "create-table=false", "region=eu-west-3");
        sink = new DynamoDbSink(missing, letters::addAll, Clock.systemUTC());
        sink.write(batch("a", 1, post(1, 7)));

        assertThatThrownBy(sink::commit)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("DynamoDB table another in eu-west-3", "there is no such table", "HTTP 400")
                .hasMessageNotContaining(DynamoDbServer.SECRET_KEY);
        assertThat(letters).isEmpty();
    }

    @Test
    void aTableWithOtherKeysIsRefusedBeforeAnyPostIs() {
        client.createTable(request -> request.tableName(table.name())
                .attributeDefinitions(name -> name.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
                .billingMode("PAY_PER_REQUEST"));
        sink.write(batch("a", 1, post(1, 7)));

        assertThatThrownBy(sink::commit)
                .hasMessageContainingAll("not a table of this sink", "its keys must be hash but are id");
        assertThat(letters).isEmpty();
    }

    @Test
    void aServerThatIsKilledInMidWriteHasEveryPostOnceAndEveryCountRightInTheEnd() throws Exception {
        openSoon();
        Tweet[] posts =
                LongStream.rangeClosed(1, 240).mapToObj(id -> post(id, id % 3)).toArray(Tweet[]::new);
        sink.write(batch("a", 1, posts));
        Thread killer = new Thread(this::killOnceSomeAreThere);
        killer.start();

        assertThatThrownBy(sink::commit).isInstanceOf(IOException.class).hasMessageContaining("no answer");
        killer.join();
        server.restart();
        sink.close();
        sink = sink();
        sink.write(batch("a", 1, posts));
        sink.commit();

        assertThat(items())
                .hasSize(240)
                .allSatisfy(item -> assertThat(item.get("user_posts").n()).isEqualTo("80"));
        assertThat(letters).isEmpty();
    }

    private void killOnceSomeAreThere() {
        try {
            while (items().size() < 20) {
                Thread.onSpinWait();
            }
            server.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
