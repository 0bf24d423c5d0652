package io.hashlake.bus;

import static io.hashlake.tweet.RowComparison.assertSameRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.core.BatchTracer;
import io.hashlake.core.TweetBatch;
import io.hashlake.servers.KafkaBroker;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts go through a real broker into the lake, once, whatever happens to the broker and to those who read from it. */
class KafkaBusIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long FIRST = Snowflake.firstAt(Instant.parse("2026-11-22T00:00:00Z"));

    @TempDir
    static Path shared;

    private static KafkaBroker broker;

    @TempDir
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<CompletableFuture<Object>> published = new ArrayList<>();
    private String topic;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new KafkaBroker(shared.resolve("kafka")).start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        if (broker != null) {
            broker.close();
        }
    }

    @BeforeEach
    void nameTopic(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void everyPostStandsOnceInTheLakeWhateverIsKilled() throws Exception {
        BusContext publisher = publisher();
        LakeProcess first = process(0);
        LakeProcess dying = process(3);
        publishUntil(publisher, () -> !dying.isAlive());
        LakeProcess second = process(0);
        publishUntilCommitted(publisher);
        broker.kill();
        publishMore(publisher, 5);
        broker.start();
        publishUntilCommitted(publisher);
        first.kill();
        process(0);
        publishUntilCommitted(publisher);
        second.stop();
        publishMore(publisher, 5);
        await().atMost(PATIENCE).until(() -> published.stream().allMatch(CompletableFuture::isDone));
        assertThat(published).allSatisfy(batch -> assertThat(batch).isCompleted());
        await().atMost(PATIENCE).until(() -> committed() == written());
        assertEverythingIsInTheLakeOnce();
    }

    private void assertEverythingIsInTheLakeOnce() throws Exception {
        try {
            assertSameRows(rows(), expected(published.size()));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + Files.readString(LakeProcess.log(directory)), e);
        }
    }

    @Test
    void whatIsNoPostGoesToTheDeadLetterAndTheRestGoesOn() throws Exception {
        BusContext publisher = publisher();
        publisher.publish(batch(0)).get();
        byte[] unknown = new TweetCodec().encode(tweet(1));
        unknown[4] ^= 1;
        put("garbage".getBytes(StandardCharsets.UTF_8), unknown, null);
        publisher.publish(batch(1)).get();
        consumer();
        await().atMost(PATIENCE).untilAsserted(() -> assertSameRows(rows(), expected(2)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).hasSize(3));
        assertThat(letters())
                .allMatch(line -> line.contains("\"stage\":\"bus\"") && line.contains(topic + "-0@"))
                .anyMatch(line -> line.contains("does not begin with C3 01"))
                .anyMatch(line -> line.contains("a newer version wrote it"));
    }

    @Test
    void theTopicIsCreatedAsWantedAndARecordTellsKeySourceAndHashtags() throws Exception {
        Tweet tweet = tweet(5).followedBy(List.of("saúde", "covid19"));
        publisher()
                .publish(new TweetBatch("here", "0", "1", List.of(tweet), List.of()))
                .get();
        try (Admin admin = broker.admin()) {
            assertThat(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions())
                    .hasSize(BusContext.PARTITIONS);
        }
        ConsumerRecord<byte[], byte[]> record = onlyRecord();
        assertThat(record.key()).asString().isEqualTo(Long.toString(tweet.id()));
        assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        assertThat(record.headers().lastHeader("source").value()).asString().isEqualTo("here");
        assertThat(record.headers().lastHeader("followed").value()).asString().isEqualTo("covid19,saúde");
        assertThat(new TweetCodec().decode(record.value())).isEqualTo(tweet);
    }

    @Test
    void eachRecordCarriesTheTraceOfItsBatchThroughKafka() throws Exception {
        Map<String, Integer> carried = new ConcurrentHashMap<>();
        BatchTracer tracer = new BatchTracer() {
            @Override
            public Optional<String> context(TweetBatch batch) {
                return Optional.of("trace of " + batch.start());
            }

            @Override
            public void polled(TweetBatch batch, Map<String, Integer> contexts) {
                contexts.forEach((context, records) -> carried.merge(context, records, Integer::sum));
            }
        };
        BusContext publisher = closed(new BusContext(broker.address(), topic, directory)
                .tracedBy(tracer)
                .publish());
        publisher.publish(batch(0)).get();
        publisher.publish(batch(1)).get();
        closed(new BusContext(broker.address(), topic, directory)
                .tracedBy(tracer)
                .consume(this::lake));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(carried).isEqualTo(Map.of("trace of 0", 200, "trace of 1", 200)));
    }

    /** The last is what refuses old timestamps: Kafka's own default for the other two accepts them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "message.timestamp.type=CreateTime", "message.timestamp.before.max.ms=3600000"})
    void postsOf2006AreKeptUntilTheSinkHasReadThemWhateverTheTopicsTimestamps(String configuration) throws Exception {
        topic = "old-" + configuration.replace('=', '-');
        if (!configuration.isEmpty()) {
            create(topic, configuration);
        }
        publisher().publish(oldBatch()).get();
        awaitRetentionCheck();
        consumer();
        await().atMost(PATIENCE).untilAsserted(() -> assertSameRows(rows(), rowsOf(oldBatch())));
    }

    private static TweetBatch oldBatch() {
        List<Tweet> tweets = LongStream.range(20, 220)
                .mapToObj(id -> TweetSamples.tweet(id, Instant.parse("2006-03-21T20:50:14Z")))
                .map(tweet -> tweet.followedBy(List.of("climate")))
                .toList();
        return new TweetBatch("here", "0", "1", tweets, List.of());
    }

    /** Until the broker has deleted what it may: a topic made later has a record that it deletes at its next check. */
    private void awaitRetentionCheck() throws Exception {
        String witness = "witness-" + topic;
        create(witness, "message.timestamp.type=CreateTime");
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(witness, 0, 1L, null, new byte[1]))
                    .get();
        }
        try (Admin admin = broker.admin()) {
            TopicPartition partition = new TopicPartition(witness, 0);
            await().atMost(PATIENCE)
                    .until(() -> admin.listOffsets(Map.of(partition, OffsetSpec.earliest()))
                                    .partitionResult(partition)
                                    .get()
                                    .offset()
                            == 1);
        }
    }

    private static void create(String topic, String configuration) throws Exception {
        String[] entry = configuration.split("=");
        try (Admin admin = broker.admin()) {
            NewTopic made = new NewTopic(topic, BusContext.PARTITIONS, (short) 1);
            admin.createTopics(List.of(made.configs(Map.of(entry[0], entry[1]))))
                    .all()
                    .get();
        }
    }

    @Test
    void aTopicWithOtherPartitionsIsUsedAsItIs() throws Exception {
        try (Admin admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        BusContext publisher = publisher();
        publisher.publish(batch(0)).get();
        assertThat(publisher.topic.status()).isInstanceOf(BusStatus.Reachable.class);
    }

    @Test
    void aBrokerThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        try (KafkaBroker late = new KafkaBroker(directory.resolve("late"));
                BusContext publisher = new BusContext(late.address(), topic, directory).publish();
                BusContext consumer = new BusContext(late.address(), topic, directory).consume(this::lake)) {
            CompletableFuture<Object> published = publisher.publish(batch(0));
            await().atMost(PATIENCE).until(() -> publisher.topic.status() instanceof BusStatus.Out);
            assertThat(published).isNotDone();
            late.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertSameRows(rows(), expected(1)));
            assertThat(published).isCompleted();
            assertThat(consumer.cursors.lag()).isZero();
        }
    }

    @Test
    void aPostThatIsTooLargeGoesToTheDeadLetter() throws Exception {
        Tweet large = TweetSamples.tweet(FIRST, "x".repeat(200));
        Tweet tooLarge =
                large.toBuilder().id(large.id() + 1).text("x".repeat(1_100_000)).build();
        publisher()
                .publish(new TweetBatch("here", "0", "1", List.of(tooLarge, large), List.of()))
                .get();
        assertThat(letters()).singleElement().asString().contains("but the topic allows 1048588");
        assertThat(new TweetCodec().decode(onlyRecord().value())).isEqualTo(large);
    }

    @Test
    void recordsThatKafkaDeletedUnreadAreDeclaredAsAGap() throws Exception {
        BusContext publisher = publisher();
        BusContext before = consumer();
        publisher.publish(batch(0)).get();
        await().atMost(PATIENCE).untilAsserted(() -> assertSameRows(rows(), expected(1)));
        before.close();
        publisher.publish(batch(1)).get();
        delete();
        publisher.publish(batch(2)).get();
        BusContext after = consumer();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows()).hasSize(400));
        assertThat(after.gaps).isNotEmpty().allSatisfy(gap -> assertThat(gap.reason())
                .contains("unread"));
    }

    @Test
    void recordsThatWereDeletedBeforeAGroupsFirstReadAreDeclaredAsAGap() throws Exception {
        BusContext publisher = publisher();
        publisher.publish(batch(0)).get();
        delete();
        publisher.publish(batch(1)).get();
        BusContext consumer = consumer();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows()).hasSize(200));
        assertThat(consumer.gaps).isNotEmpty().allSatisfy(gap -> assertThat(gap.reason())
                .contains("unread"));
    }

    private BusContext publisher() throws Exception {
        return closed(new BusContext(broker.address(), topic, directory).publish());
    }

    private BusContext consumer() throws Exception {
        return closed(new BusContext(broker.address(), topic, directory).consume(this::lake));
    }

    private LakeProcess process(int lastCommit) throws Exception {
        return closed(LakeProcess.start(broker, topic, directory, lastCommit));
    }

    private io.hashlake.core.Sink lake(GroupCursors cursors) {
        return LakeProcess.lake(directory, cursors);
    }

    private <T extends AutoCloseable> T closed(T one) {
        open.add(one);
        return one;
    }

    /** Some of it may still be on its way. */
    private void publishMore(BusContext to, int batches) {
        for (int i = 0; i < batches; i++) {
            published.add(to.publish(batch(published.size())));
        }
    }

    private void publishUntil(BusContext to, Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            publishMore(to, 1);
            return condition.call();
        });
    }

    /** Until the lake has what was published before. */
    private void publishUntilCommitted(BusContext to) {
        long before = published.size() * 200L;
        publishUntil(to, () -> committed() >= before);
    }

    /** Records whose offsets the lake's group has committed. */
    private long committed() throws Exception {
        try (Admin admin = broker.admin()) {
            return admin
                    .listConsumerGroupOffsets("hashlake-lake")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        }
    }

    /** Records that are in the topic. */
    private long written() throws Exception {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < BusContext.PARTITIONS; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        try (Admin admin = broker.admin()) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    /** 200 posts, each under one of two hashtags. */
    private static TweetBatch batch(int number) {
        List<Tweet> tweets = LongStream.range(number * 200L, (number + 1) * 200L)
                .mapToObj(KafkaBusIT::tweet)
                .toList();
        return new TweetBatch("here", Integer.toString(number), Integer.toString(number + 1), tweets, List.of());
    }

    private static Tweet tweet(long number) {
        return TweetSamples.tweet(FIRST + number).followedBy(List.of(number % 2 == 0 ? "covid19" : "climate"));
    }

    private static List<String> expected(int batches) {
        return LongStream.range(0, batches * 200L)
                .mapToObj(KafkaBusIT::tweet)
                .map(KafkaBusIT::row)
                .toList();
    }

    private static String row(Tweet tweet) {
        return tweet.followed().get(0) + "/" + tweet.id();
    }

    private static List<String> rowsOf(TweetBatch batch) {
        return batch.tweets().stream().map(KafkaBusIT::row).toList();
    }

    /** Every row of the lake as {@code hashtag/id}, as often as it stands there. */
    private List<String> rows() throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet found = statement.executeQuery("select hashtag || '/' || id from read_parquet('" + directory
                        + "/lake/tweets/*/*/*.parquet', hive_partitioning = true)")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        } catch (java.sql.SQLException e) {
            return List.of();
        }
        return rows;
    }

    private List<String> letters() throws Exception {
        List<String> lines = new ArrayList<>();
        try (var files = Files.newDirectoryStream(directory, "*.jsonl")) {
            for (Path file : files) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private void put(byte[]... values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(topic, 0, null, value)).get();
            }
        }
    }

    private ConsumerRecord<byte[], byte[]> onlyRecord() {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                return !records.isEmpty();
            });
            return records.get(0);
        }
    }

    /** Everything that is in the topic now. */
    private void delete() throws Exception {
        try (Admin admin = broker.admin()) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (int partition = 0; partition < BusContext.PARTITIONS; partition++) {
                all.put(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        }
    }
}
