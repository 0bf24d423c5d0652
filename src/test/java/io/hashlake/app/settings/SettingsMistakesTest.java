package io.hashlake.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hashlake.bus.KafkaConfig;
import io.hashlake.lake.store.S3Config;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.gap.GapsConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the configuration is told at once, each mistake with its property and value. */
class SettingsMistakesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"gaps.fill", "gaps.verify", "s3.path-style", "simulator.backfill"})
    void aWordThatIsNoBooleanIsNotTakenForFalse(String key) {
        assertThat(problems(Map.of("hashlake." + key, "ture")))
                .containsExactly("hashlake." + key + " = 'ture': must be true or false");
    }

    @Test
    void booleansAreReadInEitherCase() {
        assertThat(read(properties(Map.of("hashlake.gaps.fill", "False")))
                        .of(GapsConfig.class)
                        .fill())
                .isFalse();
        assertThat(read(properties(Map.of("hashlake.gaps.verify", "TRUE")))
                        .of(GapsConfig.class)
                        .verify())
                .isTrue();
    }

    /** A start checks only what was given. */
    @Test
    void noDefaultBreaksAConstraint() {
        Map<String, String> given = new HashMap<>(ConfigKeys.defaults());
        given.putAll(defaults());
        assertThat(ReadConfig.of(config(properties(given))).problems()).isEmpty();
    }

    @Test
    void emptyEnvironmentVariablesAreNamedWithTheirProperties() {
        assertThat(problems(new EnvConfigSource(
                        Map.of("HASHLAKE_FILES_DIRECTORY", "", "HASHLAKE_LAKE_WINDOW", "", "HASHLAKE_GAPS_FILL", " "),
                        300)))
                .containsExactly(
                        "hashlake.files.directory is empty: give a value, or leave it out for the default,"
                                + " ${hashlake.data-directory}/inbox",
                        "hashlake.gaps.fill is empty: give a value, or leave it out for the default, true",
                        "hashlake.lake.window is empty: give a value, or leave it out for the default, 65536");
    }

    @Test
    void anEmptyValueOfWhatMayBeLeftOutIsNone() {
        Settings settings = read(properties(
                Map.of("hashlake.x.bearer-token", "", "hashlake.s3.path-style", "", "hashlake.kafka.replication", "")));
        assertThat(settings.of(XConfig.class).bearerToken()).isEmpty();
        assertThat(settings.of(S3Config.class).pathStyle()).isEmpty();
        assertThat(settings.of(KafkaConfig.class).replication()).isEmpty();
    }

    @Test
    void valuesThatCannotBeReadAreToldTogetherWithThoseOutOfRange() {
        assertThat(problems(Map.of(
                        "hashlake.lake.rotation-age", "often",
                        "hashlake.budget.posts-per-day", "many",
                        "hashlake.budget.prices", "2026-01-01 like=1",
                        "hashlake.lak.rotation-rows", "5",
                        "hashlake.gaps.fill", "ture",
                        "hashlake.lake.window", "",
                        "hashlake.api.exports", "0")))
                .hasSize(7)
                .anyMatch(problem -> problem.startsWith("hashlake.lake.rotation-age = 'often': must be a duration"))
                .anyMatch(problem -> problem.matches("hashlake.lak.rotation-rows .*is not known; .*"))
                .contains(
                        "hashlake.budget.posts-per-day = 'many': must be a whole number",
                        "hashlake.budget.prices = '2026-01-01 like=1': must be prices such as 2026-01-01 post=0.005 user=0.010, separated by commas",
                        "hashlake.gaps.fill = 'ture': must be true or false",
                        "hashlake.api.exports = '0': must be 1 to 32");
    }

    @Test
    void nothingIsDroppedForAnAgeThatIsNone() {
        assertThat(problems(Map.of(
                        "hashlake.retention.warehouse", "90",
                        "hashlake.retention.lake", "0d",
                        "hashlake.retention.raw", "a year",
                        "hashlake.retention.dead-letter", "-7d")))
                .hasSize(4)
                .contains(
                        "hashlake.retention.warehouse = '90': must be 24h or more",
                        "hashlake.retention.lake = '0d': must be 24h or more")
                .anyMatch(problem -> problem.startsWith("hashlake.retention.raw = 'a year': must be a duration"))
                .anyMatch(problem -> problem.startsWith("hashlake.retention.dead-letter = '-7d': must be "));
    }

    @Test
    void allMistakesOfAGroupAreTold() {
        assertThat(problems(Map.of(
                        "hashlake.kafka.brokers", "kafka",
                        "hashlake.kafka.topic", "two words",
                        "hashlake.kafka.partitions", "0",
                        "hashlake.kafka.replication", "0",
                        "hashlake.kafka.max-unacknowledged", "0")))
                .containsExactlyInAnyOrder(
                        "hashlake.kafka.brokers = 'kafka': must be a list of host:port, separated by commas",
                        "hashlake.kafka.topic = 'two words': must be letters, digits, '.', '_' and '-', up to 140",
                        "hashlake.kafka.partitions = '0': must be 1 or more",
                        "hashlake.kafka.replication = '0': must be 1 or more",
                        "hashlake.kafka.max-unacknowledged = '0': must be 1 or more");
        assertThat(problems(Map.of(
                        "hashlake.s3.bucket", "two words",
                        "hashlake.s3.endpoint", "ftp://me:hunter2@minio",
                        "hashlake.s3.access-key", "me",
                        "hashlake.s3.parallelism", "0")))
                .containsExactlyInAnyOrder(
                        "hashlake.s3.bucket = 'two words': must be 3 to 63 letters, digits, '.', '_' and '-'",
                        "hashlake.s3.endpoint = 'ftp://***@minio': must be http(s)://host[:port], without credentials, query and fragment",
                        "hashlake.s3.parallelism = '0': must be 1 to 256",
                        "hashlake.s3: only one of access-key and secret-key is given; allowed are both,"
                                + " or none for AWS's standard chain");
    }

    @Test
    void mistakesOfAllGroupsAreTold() {
        assertThat(problems(Map.of(
                        "hashlake.search.delay", "0s",
                        "hashlake.search.look-back", "8d",
                        "hashlake.stream.batch-size", "0",
                        "hashlake.stream.buffer-bytes", "0",
                        "hashlake.stream.tag-prefix", "a b",
                        "hashlake.simulator.deletions", "1",
                        "hashlake.simulator.duplicates", "1",
                        "hashlake.sql.memory", "0",
                        "hashlake.sql.rows", "0",
                        "hashlake.sql.timeout", "often")))
                .containsExactlyInAnyOrder(
                        "hashlake.search.delay = '0s': must be 1s to 24h",
                        "hashlake.search.look-back = '8d': must be 0s to 168h",
                        "hashlake.stream.batch-size = '0': must be 1 or more",
                        "hashlake.stream.buffer-bytes = '0': must be 1 or more",
                        "hashlake.stream.tag-prefix = 'a b': must be up to 50 letters, digits, '.', '_' and '-'",
                        "hashlake.simulator.deletions = '1': must be 0.9 or less",
                        "hashlake.simulator.duplicates = '1': must be 0.5 or less",
                        "hashlake.sql.memory = '0': must be 33554432 or more",
                        "hashlake.sql.rows = '0': must be 1 to 1000000",
                        "hashlake.sql.timeout = 'often': must be a duration such as 500ms, 15s, 10m, 24h or PT15S");
    }

    @Test
    void aWrongListOfBrokersIsNotTakenForNone() {
        assertThat(problems(Map.of("hashlake.kafka.brokers", "kafka", "hashlake.roles", "lake")))
                .containsExactly("hashlake.kafka.brokers = 'kafka': must be a list of host:port, separated by commas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:1", "a:1,b:2", " a:1 , b:2,", "[::1]:9092"})
    void brokersAreTakenAsKafkaTakesThem(String brokers) {
        Settings settings = read(properties(Map.of("hashlake.kafka.brokers", brokers)));
        assertThat(settings.deployment().needsKafka()).isTrue();
    }

    @Test
    void routesFindEveryDefaultAndNoSecret() {
        Settings settings =
                read(properties(Map.of("hashlake.api.token", "0123456789abcdef", "hashlake.gaps.delay", "40")));
        assertThat(settings.forRoutes())
                .containsEntry("hashlake.star-schema.every", "3600000ms")
                .containsEntry("hashlake.gaps.delay", "40000ms")
                .containsEntry("hashlake.kafka.topic", "hashlake-tweets")
                .containsKey("hashlake.files.directory")
                .doesNotContainKey("hashlake.api.token");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(problems(Map.of(
                        "hashlake.api.token", "hunter2",
                        "hashlake.x.bearer-token", "hunter 2",
                        "hashlake.x.base-url", "https://me:hunter2@x.com?key=hunter2",
                        "hashlake.s3.bucket", "lake",
                        "hashlake.s3.region", "us-east-1",
                        "hashlake.s3.secret-key", "hunter2",
                        "hashlake.s3.endpoint", "http://me:hunter2@mi nio",
                        "hashlake.kafka.brokers", "me:hunter2@kafka")))
                .hasSize(6)
                .noneMatch(problem -> problem.contains("hunter"));
    }

    @ParameterizedTest
    @CsvSource({
        "hashlake.x.base-url, api.x.com, 'http(s)://host[:port], without credentials, query and fragment'",
        "hashlake.x.max-body-bytes, 5, 1024 to 1073741824",
        "hashlake.lake.rotation-bytes, 0, 1 or more",
        "hashlake.raw.rotation-rows, 0, 1 or more",
        "hashlake.lake.rotation-age, PT0S, 1ms or more",
        "hashlake.warehouse.max-uncommitted, 0, 1 or more",
        "hashlake.compaction.min-files, 1, 2 or more",
        "hashlake.stream.batch-size, 0, 1 or more",
        "hashlake.stream.tag-prefix, a b, 'up to 50 letters, digits, ''.'', ''_'' and ''-'''",
        "hashlake.gaps.pages, 0, 1 to 100",
        "hashlake.sql.rows, 0, 1 to 1000000",
        "hashlake.sql.timeout, 11m, 100ms to 10m",
        "hashlake.search.settling, 2h, 0s to 1h",
        "hashlake.reload.every, 10ms, 1s or more",
        "hashlake.lease.term, 1s, 3s to 10m",
        "hashlake.budget.posts-per-day, 9, 10 or more",
        "hashlake.zone, '+03:00', a time zone such as America/Sao_Paulo or UTC",
        "hashlake.simulator.posts-per-second, 0, more than 0",
        "hashlake.simulator.late, 0.6, 0.5 or less",
        "hashlake.simulator.late, -1, 0 or more",
        "hashlake.simulator.port, 99999, 0 to 65535",
        "quarkus.http.port, 99999, 0 to 65535",
        "quarkus.http.port, -1, 0 to 65535",
        "quarkus.http.port, abc, 0 to 65535"
    })
    void aValueOutOfRangeIsNamedWithItsPropertyAndWhatIsAllowed(String key, String value, String allowed) {
        assertThat(problems(Map.of(key, value))).containsExactly(key + " = '" + value + "': must be " + allowed);
    }

    private List<String> problems(Map<String, String> values) {
        return problems(properties(values));
    }

    private List<String> problems(ConfigSource source) {
        StartException thrown = catchThrowableOfType(StartException.class, () -> read(source));
        assertThat(thrown).isNotNull();
        return List.of(thrown.getMessage()
                .replaceFirst("Hashlake cannot start:\n  - ", "")
                .split("\n  - "));
    }

    private static ConfigSource properties(Map<String, String> values) {
        return new PropertiesConfigSource(new HashMap<>(values), "test", 400);
    }

    private Settings read(ConfigSource source) {
        return Settings.read(config(source));
    }

    private SmallRyeConfig config(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withSources(source, properties(defaults()))
                .addDefaultInterceptors()
                .build();
    }

    private Map<String, String> defaults() {
        return Map.of(
                "hashlake.data-directory", directory.resolve("data").toString(),
                "hashlake.routes", directory.resolve("routes").toString());
    }
}
