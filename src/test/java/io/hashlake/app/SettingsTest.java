package io.hashlake.app;

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
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

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

    private List<String> problems(Map<String, String> values) {
        return problems(properties(values));
    }

    private List<String> problems(ConfigSource source) {
        StartProblems thrown = catchThrowableOfType(StartProblems.class, () -> read(source));
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
