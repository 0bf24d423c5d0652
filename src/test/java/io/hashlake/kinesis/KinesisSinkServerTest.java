package io.hashlake.kinesis;

import static io.hashlake.kinesis.KinesisSamples.post;
import static io.hashlake.kinesis.KinesisSamples.posts;
import static io.hashlake.tweet.TweetSamples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink.Commit;
import io.hashlake.servers.KinesisServer;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.model.Record;

@ServerTest
class KinesisSinkServerTest {

    @TempDir
    static Path directory;

    private static KinesisServer server;

    private final List<Rejected> letters = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = KinesisServer.start(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    private KinesisSink sink(String stream, String... changed) {
        return new KinesisSink(
                KinesisSamples.stream(server.endpoint(), stream, changed), letters::addAll, Clock.systemUTC());
    }

    private List<Tweet> published(String stream) {
        return server.records(stream).stream()
                .map(record -> RecordParser.read(record.data().asByteArray()))
                .toList();
    }

    @Test
    void publishesEveryObservationInRequestsThatKinesisTakes() throws IOException {
        server.create("many", 2);
        try (KinesisSink sink = sink("many")) {
            sink.open();
            sink.write(batch("climate", 0, posts(1, 1_200)));
            sink.write(batch("covid19", 1, post(7), post(1_201)));

            assertThat(sink.commit()).isEqualTo(new Commit(1_202, 0, 1_202, 0, 0, 0));
        }
        assertThat(published("many"))
                .extracting(Tweet::id)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.concat(LongStream.of(7), LongStream.rangeClosed(1, 1_201))
                                .boxed()
                                .toList());
    }

    @Test
    void theHashtagCanChooseTheShard() throws IOException {
        server.create("by-hashtag", 1);
        try (KinesisSink sink = sink("by-hashtag", "partition-key=HASHTAG")) {
            sink.open();
            sink.write(batch(
                    "climate", 0, post(1, "Climate").followedBy(List.of("covid19")), post(2, "Climate"), post(3)));
            sink.commit();
        }
        assertThat(server.records("by-hashtag"))
                .extracting(Record::partitionKey)
                .containsExactly("covid19", "climate", "3");
    }

    @Test
    void aRecordThatIsTooLargeGoesToTheDeadLetterAndTheOthersArePublished() throws IOException {
        server.create("large", 1);
        Tweet large =
                post(2).toBuilder().text("a".repeat(PendingRecord.MAX_BYTES)).build();
        try (KinesisSink sink = sink("large")) {
            sink.open();
            sink.write(batch("climate", 0, post(1), large, post(3)));

            assertThat(sink.commit()).isEqualTo(new Commit(2, 1, 2, 0, 0, 0));
        }
        assertThat(published("large")).extracting(Tweet::id).containsExactly(1L, 3L);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.stage().id()).isEqualTo("kinesis");
            assertThat(letter.reason()).endsWith("is larger than the 1048576 that Kinesis takes");
            assertThat(letter.tweet()).isEqualTo(large);
        });
    }

    @Test
    void aMissingStreamIsNamedAndWaitedFor() throws IOException {
        try (KinesisSink sink = sink("missing")) {
            assertThatThrownBy(sink::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Kinesis stream missing in us-east-1")
                    .hasMessageContaining("there is no such stream in this region");
            sink.write(batch("climate", 0, post(1)));
            assertThatThrownBy(sink::commit).hasMessageContaining("there is no such stream");

            server.create("missing", 1);
            sink.commit();
        }
        assertThat(published("missing")).extracting(Tweet::id).containsExactly(1L);
    }

    @Test
    void theStreamIsCreatedWhereThatIsWanted() throws IOException {
        try (KinesisSink sink = sink("created", "create-shards=2")) {
            await().ignoreException(IOException.class).untilAsserted(sink::open);
            sink.write(batch("climate", 0, post(1)));
            sink.commit();
        }
        assertThat(server.shards("created")).hasSize(2);
        assertThat(published("created")).hasSize(1);
    }

    @Test
    void whatWaitedInAnOutageIsPublishedAfterIt() throws Exception {
        server.create("outage", 1);
        try (KinesisSink sink = sink("outage", "connect-timeout=200ms", "request-timeout=1s")) {
            sink.open();
            sink.write(batch("climate", 0, posts(1, 10)));
            server.kill();
            assertThatThrownBy(sink::commit).hasMessageContaining("no answer");
            server.restart();

            assertThat(sink.commit().posts()).isEqualTo(10);
        }
        assertThat(published("outage")).hasSize(10);
    }
}
