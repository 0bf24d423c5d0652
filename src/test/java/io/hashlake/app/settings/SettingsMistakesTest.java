package io.hashlake.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
                .containsExactly("hashlake." + key + " = ture: allowed are true and false");
    }

    @Test
    void booleansAreReadInEitherCase() {
        assertThat(read(properties(Map.of("hashlake.gaps.fill", "False")))
                        .config()
                        .gaps()
                        .fill())
                .isFalse();
        assertThat(read(properties(Map.of("hashlake.gaps.verify", "TRUE")))
                        .config()
                        .gaps()
                        .verify())
                .isTrue();
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
        assertThat(settings.config().x().bearerToken()).isEmpty();
        assertThat(settings.config().s3().pathStyle()).isEmpty();
        assertThat(settings.config().kafka().replication()).isEmpty();
    }

    @Test
    void valuesThatCannotBeReadAreToldTogetherWithThoseOutOfRange() {
        assertThat(problems(Map.of(
                        "hashlake.lake.rotation-age", "often",
                        "hashlake.budget.posts-per-day", "many",
                        "hashlake.lak.rotation-rows", "5",
                        "hashlake.gaps.fill", "ture",
                        "hashlake.lake.window", "",
                        "hashlake.api.exports", "0")))
                .hasSize(6)
                .anyMatch(problem -> problem.startsWith("hashlake.lake.rotation-age = often: allowed is a duration"))
                .anyMatch(problem -> problem.matches("hashlake.lak.rotation-rows .*is not known; .*"))
                .contains(
                        "hashlake.budget.posts-per-day = many: allowed is a whole number",
                        "hashlake.gaps.fill = ture: allowed are true and false",
                        "hashlake.api.exports = 0: allowed is 1 to 32");
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
                        "hashlake.kafka.brokers = kafka: allowed is a list of host:port, separated by commas",
                        "hashlake.kafka.topic = two words: allowed is letters, digits, '.', '_' and '-', up to 140",
                        "hashlake.kafka.partitions = 0: allowed is 1 or more",
                        "hashlake.kafka.replication = 0: allowed is 1 or more",
                        "hashlake.kafka.max-unacknowledged = 0: allowed is 1 or more");
        assertThat(problems(Map.of(
                        "hashlake.s3.bucket", "two words",
                        "hashlake.s3.endpoint", "ftp://me:hunter2@minio",
                        "hashlake.s3.access-key", "me",
                        "hashlake.s3.parallelism", "0")))
                .containsExactlyInAnyOrder(
                        "hashlake.s3.bucket = two words: allowed is 3 to 63 letters, digits, '.', '_' and '-'",
                        "hashlake.s3.endpoint = ftp://***@minio: allowed is http(s)://host[:port], without credentials",
                        "hashlake.s3.parallelism = 0: allowed is 1 to 256",
                        "hashlake.s3: only one of access-key and secret-key is given; allowed are both,"
                                + " or none for AWS's standard chain");
    }

    @ParameterizedTest
    @CsvSource({
        "hashlake.x.base-url, api.x.com, 'http(s)://host[:port], without credentials'",
        "hashlake.x.max-body-bytes, 5, 1024 to 1073741824",
        "hashlake.lake.rotation-bytes, 0, 1 or more",
        "hashlake.raw.rotation-rows, 0, 1 or more",
        "hashlake.lake.rotation-age, PT0S, longer than 0",
        "hashlake.warehouse.max-uncommitted, 0, 1 or more",
        "hashlake.compaction.min-files, 1, 2 or more",
        "hashlake.stream.batch-size, 0, 1 or more",
        "hashlake.stream.tag-prefix, a b, 'up to 50 letters, digits, ''.'', ''_'' and ''-'''",
        "hashlake.gaps.pages, 0, 1 to 100",
        "hashlake.sql.rows, 0, 1 to 1000000",
        "hashlake.simulator.port, 99999, 0 to 65535",
        "quarkus.http.port, 99999, 0 to 65535",
        "quarkus.http.port, -1, 0 to 65535",
        "quarkus.http.port, abc, 0 to 65535"
    })
    void aValueOutOfRangeIsNamedWithItsPropertyAndWhatIsAllowed(String key, String value, String allowed) {
        assertThat(problems(Map.of(key, value))).containsExactly(key + " = " + value + ": allowed is " + allowed);
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
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(source, properties(defaults()))
                .addDefaultInterceptors()
                .build();
        return Settings.read(config);
    }

    private Map<String, String> defaults() {
        return Map.of(
                "hashlake.data-directory", directory.resolve("data").toString(),
                "hashlake.routes", directory.resolve("routes").toString());
    }
}
