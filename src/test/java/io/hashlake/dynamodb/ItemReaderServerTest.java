package io.hashlake.dynamodb;

import static io.hashlake.dynamodb.DynamoDbSamples.NOON;
import static io.hashlake.dynamodb.DynamoDbSamples.post;
import static io.hashlake.tweet.TweetSamples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.servers.DynamoDbServer;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class ItemReaderServerTest {

    private static final int POSTS = 130;

    @TempDir
    static Path directory;

    private static DynamoDbServer server;
    private static ItemReader reader;

    @BeforeAll
    static void start() throws IOException {
        server = DynamoDbServer.start(directory);
        DynamoDbTable table = DynamoDbSamples.table(server.endpoint());
        reader = new ItemReader(table);
        Tweet[] posts =
                LongStream.rangeClosed(1, POSTS).mapToObj(id -> post(id, 7)).toArray(Tweet[]::new);
        try (DynamoDbSink sink = new DynamoDbSink(table, letters -> {}, Clock.systemUTC())) {
            sink.write(batch("a", 1, posts));
            sink.write(batch("a", 2, post(POSTS + 1, 8)));
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(sink::commit);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    private static UserItemsQuery query(Optional<UserItemsQuery.Before> before) {
        return new UserItemsQuery(7, NOON, NOON.plusSeconds(POSTS), before);
    }

    @Test
    void anItemIsFoundByTheHashOfItsPost() throws Exception {
        StoredItem item = reader.item(RowHash.of(post(3, 7))).orElseThrow();

        assertThat(item.postId()).isEqualTo(3);
        assertThat(item.userId()).isEqualTo(7);
        assertThat(item.userName()).isNull();
        assertThat(item.text()).isEqualTo("text of 3");
        assertThat(item.createdAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(item.userPosts()).isEqualTo(POSTS);
        assertThat(reader.item("0".repeat(64))).isEmpty();
    }

    @Test
    void aUsersItemsOfAPeriodComePageByPageTheNewestFirst() throws Exception {
        List<Long> ids = new ArrayList<>();
        List<StoredItem> page = reader.ofUser(query(Optional.empty()), 110);
        while (!page.isEmpty()) {
            page.forEach(item -> ids.add(item.postId()));
            StoredItem last = page.get(page.size() - 1);
            page = reader.ofUser(query(Optional.of(new UserItemsQuery.Before(last.createdAt(), last.postId()))), 110);
        }

        assertThat(ids)
                .containsExactlyElementsOf(LongStream.iterate(POSTS - 1, id -> id > 0, id -> id - 1)
                        .boxed()
                        .toList());
    }

    @Test
    void aCursorOutsideOfThePeriodIsNoMistake() throws Exception {
        UserItemsQuery.Before later = new UserItemsQuery.Before(NOON.plus(Duration.ofDays(1)), 1);
        UserItemsQuery.Before earlier = new UserItemsQuery.Before(NOON.minus(Duration.ofDays(1)), 1);

        assertThat(reader.ofUser(query(Optional.of(later)), 10)).hasSize(10);
        assertThat(reader.ofUser(query(Optional.of(earlier)), 10)).isEmpty();
    }

    @Test
    void aServerThatIsOutIsToldAsSuch() {
        ItemReader lost = new ItemReader(
                DynamoDbSamples.table(URI.create("http://127.0.0.1:1"), "connect-timeout=1s", "region=sa-east-1"));

        assertThatThrownBy(() -> lost.item("0".repeat(64)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("DynamoDB table posts in sa-east-1", "no answer");
    }
}
