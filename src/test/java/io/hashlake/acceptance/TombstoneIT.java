package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.servers.KafkaBroker;
import io.hashlake.servers.S3Server;
import io.hashlake.servers.SearchServer;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts are forgotten in a deployment with Kafka, a bucket, a search index and a warehouse, and then everything is. */
class TombstoneIT {

    private static final int POSTS = 400;
    private static final int FORGOTTEN = 5;
    private static final String HASHTAG = "climate";
    private static final String ALIAS = "hashlake-posts";

    @TempDir
    Path directory;

    private Workspace workspace;
    private KafkaBroker broker;
    private S3Server bucket;
    private SearchServer search;

    @BeforeEach
    void start() throws Exception {
        search = SearchServer.start(directory.resolve("opensearch"));
        broker = new KafkaBroker(directory.resolve("kafka")).start();
        bucket = S3Server.start(Files.createDirectories(directory.resolve("s3")));
        workspace = new Workspace(directory, world());
    }

    @AfterEach
    void stop() throws Exception {
        workspace.close();
        bucket.close();
        broker.close();
        search.close();
    }

    private static SimulatorSettings world() {
        SimulatorSettings settings = TestSimulator.settings()
                .withHashtags(List.of(HASHTAG))
                .withPostsPerSecond(200)
                .withHistory(Duration.ofSeconds(60))
                .withLimit(POSTS)
                .withRateLimits(RateLimits.NONE);
        return settings.withWorld(settings.world().withReposts(0));
    }

    @Test
    void whatIsForgottenStaysGoneThoughKafkaIsReadFromItsStartAndGapsAreFilled() throws Exception {
        try (HashlakeProcess service = serve()) {
            patiently().untilAsserted(() -> assertThat(stored()).hasSameSizeAs(truth()));
            patiently().untilAsserted(() -> assertThat(search.count(ALIAS)).isEqualTo(truth().size()));
            service.stop();
        }
        List<TruePost> forgotten = truth().subList(0, FORGOTTEN);
        List<TruePost> lost = truth().subList(FORGOTTEN, 2 * FORGOTTEN);
        assertThat(forget(words("post", ids(forgotten)))).contains("Forgot: ");
        List<String> left = stored();
        assertThat(left).doesNotContainAnyElementsOf(ids(forgotten));

        readKafkaFromItsStart();
        lose(ids(lost));
        declareGapOver(truth());
        try (HashlakeProcess service = serve()) {
            patiently().untilAsserted(() -> assertThat(workspace.warehouse("select state from ops.gap"))
                    .containsExactly("closed"));
            patiently().untilAsserted(() -> assertThat(stored()).isEqualTo(left));
            assertThat(workspace.warehouse("select posts_found > 0 from ops.gap"))
                    .containsExactly("t");
            assertThat(search.count(ALIAS)).isEqualTo(left.size());
            service.stop();
        }
        assertThat(inLake()).isEqualTo(left);

        forgetEverything();
    }

    /** A second run finds nothing, and nothing is there. */
    private void forgetEverything() throws Exception {
        assertThat(forget(List.of("everything", "--yes")))
                .contains("kafka: ", "index: ", "lake: ", "warehouse: ", "Everything was erased");
        assertThat(forget(List.of("everything"))).contains("There is nothing to forget");
        try (Stream<Path> objects = Files.walk(bucket.bucketDirectory(S3Server.BUCKET))) {
            assertThat(objects.filter(Files::isRegularFile)).isEmpty();
        }
        try (Admin admin = broker.admin()) {
            assertThat(admin.listTopics().names().get()).isEmpty();
            assertThat(admin.listConsumerGroups().all().get()).isEmpty();
        }
        assertThat(search.send("GET", "/_cat/indices/hashlake*?format=json", ""))
                .isEmpty();
        assertThat(workspace.warehouse("select relname from pg_stat_user_tables where n_live_tup > 0"
                        + " and relname not like 'flyway%' and schemaname in ('twitter', 'dw', 'ops')"))
                .as("statistics may be old, and are asked only for what they miss")
                .isSubsetOf("erasure");
    }

    private HashlakeProcess serve() throws IOException {
        return workspace.start(deployment()).awaitUp();
    }

    private String forget(List<String> arguments) throws Exception {
        try (HashlakeProcess forget =
                workspace.start(deployment(), words("forget", arguments).toArray(String[]::new))) {
            assertThat(forget.awaitExit()).as(forget.output()).isZero();
            return forget.output();
        }
    }

    private Map<String, String> deployment() {
        Map<String, String> properties = new HashMap<>(Map.of(
                "hashlake.kafka.brokers", broker.address(),
                "hashlake.kafka.partitions", "2",
                "hashlake.index.url", search.url().toString(),
                "hashlake.gaps.delay", "1s",
                "hashlake.gaps.listed-after", "1s"));
        properties.putAll(Map.of(
                "hashlake.roles", "ingest,raw,lake,warehouse,index,jobs",
                "hashlake.s3.bucket", S3Server.BUCKET,
                "hashlake.s3.endpoint", bucket.endpoint().toString(),
                "hashlake.s3.access-key", S3Server.ACCESS_KEY,
                "hashlake.s3.secret-key", S3Server.SECRET_KEY));
        return properties;
    }

    private void readKafkaFromItsStart() throws Exception {
        try (Admin admin = broker.admin()) {
            List<String> groups = admin.listConsumerGroups().all().get().stream()
                    .map(ConsumerGroupListing::groupId)
                    .toList();
            assertThat(groups).hasSize(3);
            admin.deleteConsumerGroups(groups).all().get();
        }
    }

    /** As a warehouse that was restored from a backup: only a second reading brings these back. */
    private void lose(List<String> posts) throws Exception {
        String these = " in (" + String.join(",", posts) + ")";
        workspace.execute("delete from twitter.tweet where id" + these);
        workspace.execute("delete from twitter.tweet_hashtag where tweet_id" + these);
    }

    private void declareGapOver(List<TruePost> posts) throws Exception {
        workspace.execute("insert into ops.gap (source, from_time, to_time, reason, declared_at)"
                + " values ('%s', '%s', '%s', 'test', now())"
                        .formatted(
                                HASHTAG,
                                posts.get(0).createdAt().minusSeconds(1),
                                posts.get(posts.size() - 1).createdAt().plusSeconds(1)));
    }

    private List<TruePost> truth() {
        return workspace.simulator.truth("#" + HASHTAG).stream()
                .sorted(Comparator.comparing(TruePost::id))
                .toList();
    }

    private List<String> stored() throws Exception {
        return workspace.warehouse("select id::text from twitter.tweet order by id");
    }

    private List<String> inLake() throws Exception {
        try (LakeReader lake = new LakeReader(bucket.bucketDirectory(S3Server.BUCKET))) {
            return lake.strings("select id::varchar from (select distinct id from " + lake.tweets() + ") order by id");
        }
    }

    private static List<String> ids(List<TruePost> posts) {
        return posts.stream().map(post -> Long.toString(post.id())).collect(Collectors.toList());
    }

    private static List<String> words(String first, List<String> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(500));
    }
}
