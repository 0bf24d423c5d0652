package io.hashlake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.servers.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever makes a mistake is told in one message what it is, where, and what would be right. */
class ConfigurationMistakesIT {

    @TempDir
    Path directory;

    @Test
    void wrongPropertiesAreAllListedWithKeyValueAndWhatIsAllowed() throws Exception {
        String message = failToStart(Map.of(
                "hashlake.lake.rotation-age", "often",
                "hashlake.lake.rotation-rows", "many",
                "hashlake.lak.rotation-rows", "5",
                "hashlake.x.vocabulary", "posts"));
        assertThat(message)
                .contains("hashlake.lake.rotation-age = 'often': must be a duration such as 500ms, 15s")
                .contains("hashlake.lake.rotation-rows = 'many': must be a whole number")
                .contains("hashlake.lak.rotation-rows")
                .contains("is not known")
                .contains("hashlake.x.vocabulary = 'posts': must be TWEET or POST");
    }

    @Test
    void valuesOutOfRangeSayWhatTheRangeIs() throws Exception {
        assertThat(failToStart(Map.of(
                        "hashlake.lake.rotation-rows",
                        "0",
                        "hashlake.x.base-url",
                        "ftp://x",
                        "hashlake.api.exports",
                        "0",
                        "hashlake.api.export-patience",
                        "0s")))
                .contains("hashlake.api.exports = '0': must be 1 to 32")
                .contains("hashlake.api.export-patience = '0s': must be 1s or more")
                .contains("hashlake.lake.rotation-rows = '0': must be 1 or more")
                .contains(
                        "hashlake.x.base-url = 'ftp://x': must be http(s)://host[:port], without credentials, query and fragment");
    }

    @Test
    void mistypedBooleansEmptyValuesAndPortsOutOfRangeAreListed() throws Exception {
        assertThat(failToStart(Map.of(
                        "hashlake.gaps.fill", "ture", "hashlake.files.directory", "", "quarkus.http.port", "99999")))
                .contains("hashlake.gaps.fill = 'ture': must be true or false")
                .contains("hashlake.files.directory is empty")
                .contains("quarkus.http.port = '99999': must be 0 to 65535");
    }

    @Test
    void rolesThatCannotWorkTogetherSayWhatIsMissing() throws Exception {
        assertThat(failToStart(Map.of("hashlake.roles", "ingest,lakes", "hashlake.kafka.brokers", "kafka")))
                .contains(
                        "hashlake.roles = 'lakes': must be among ingest, lake, warehouse, raw, index, dynamodb, kinesis, api, jobs")
                .contains("hashlake.kafka.brokers = 'kafka': must be a list of host:port");
        assertThat(failToStart(Map.of("hashlake.roles", "lake"))).contains("name Kafka's brokers");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(failToStart(
                        Map.of("hashlake.lake.directory", file.resolve("lake").toString())))
                .contains("hashlake.lake.directory = " + file.resolve("lake"))
                .contains("cannot be written");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutSecrets() throws Exception {
        assertThat(failToStart(Map.of(
                        "hashlake.warehouse.jdbc-url", "jdbc:postgresql://127.0.0.1:1/warehouse?password=hunter2",
                        "hashlake.warehouse.username", "me",
                        "hashlake.warehouse.password", "hunter3")))
                .contains("hashlake.warehouse.jdbc-url = jdbc:postgresql://127.0.0.1:1/warehouse")
                .contains("refused")
                .doesNotContain("hunter2", "hunter3");
    }

    @Test
    void whatIsWrongWithABucketIsNamedWithoutSecrets() throws Exception {
        try (S3Server server = S3Server.start(Files.createDirectories(directory.resolve("s3")))) {
            assertThat(failToStart(bucket(server, Map.of("hashlake.s3.bucket", "elsewhere"))))
                    .contains("hashlake.s3.bucket = elsewhere: the lake cannot be used")
                    .contains("s3://elsewhere/ at " + server.endpoint() + ": the bucket does not exist");
            assertThat(failToStart(bucket(server, Map.of("hashlake.s3.secret-key", "hunter2"))))
                    .contains("hashlake.s3.bucket = " + S3Server.BUCKET)
                    .contains("the access key or the secret key is wrong")
                    .doesNotContain("hunter2");
            server.kill();
            assertThat(failToStart(bucket(server, Map.of())))
                    .contains("hashlake.s3.bucket = " + S3Server.BUCKET)
                    .contains("no answer")
                    .doesNotContain(S3Server.SECRET_KEY);
        }
    }

    private static Map<String, String> bucket(S3Server server, Map<String, String> mistakes) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "hashlake.s3.bucket", S3Server.BUCKET,
                "hashlake.s3.endpoint", server.endpoint().toString(),
                "hashlake.s3.access-key", S3Server.ACCESS_KEY,
                "hashlake.s3.secret-key", S3Server.SECRET_KEY));
        properties.putAll(database());
        properties.putAll(mistakes);
        return properties;
    }

    @Test
    void aBucketThatCannotBeOneIsNamed() throws Exception {
        assertThat(failToStart(Map.of(
                        "hashlake.s3.bucket",
                        "two words",
                        "hashlake.s3.access-key",
                        "me",
                        "hashlake.raw.rotation-rows",
                        "0")))
                .contains("hashlake.s3: only one of access-key and secret-key is given")
                .contains("hashlake.s3.bucket = 'two words': must be 3 to 63 letters")
                .contains("hashlake.raw.rotation-rows = '0': must be 1 or more");
        assertThat(failToStart(Map.of("hashlake.s3.bucket", "two words", "hashlake.s3.checksums", "sha")))
                .contains("hashlake.s3.checksums = 'sha': must be CRC32 or MD5");
    }

    @Test
    void anUnknownRegionIsNamed() throws Exception {
        Map<String, String> properties = new HashMap<>(database());
        properties.put("hashlake.s3.bucket", "somewhere");
        properties.put("aws.disableEc2Metadata", "true");
        assertThat(failToStart(properties))
                .contains("no region is known for s3://somewhere/")
                .contains("AWS_REGION");
    }

    @Test
    void aZoneThatDoesNotExistIsNamedWithItsProperty() throws Exception {
        assertThat(failToStart(Map.of("hashlake.zone", "EST")))
                .contains("hashlake.zone = 'EST': must be a time zone such as America/Sao_Paulo or UTC");
    }

    @Test
    void everyMistakeInARouteFileIsToldAtOnceTogetherWithWrongProperties() throws Exception {
        writeRoutes("""
                - templatedRoute:
                    routeId: rust
                    routeTemplateRef: x-search
                    parameters:
                      - name: hashtag
                        value: #rust
                - templatedRoute:
                    routeId: covid
                    routeTemplateRef: x-search
                    parameters:
                      - name: hashtag
                        value: covid-19
                      - name: delay
                        value: 30
                """);
        assertThat(failToStart(Map.of("hashlake.api.exports", "0")).lines())
                .containsExactly(
                        "Hashlake cannot start:",
                        "  - hashlake.api.exports = '0': must be 1 to 32",
                        "  - routes/hashtags.yaml:6: the parameter 'hashtag' has no value: YAML takes '#rust' for a comment;"
                                + " write rust without the sign, or \"#rust\" in quotes",
                        "  - routes/hashtags.yaml:12: 'covid-19' is no hashtag of X: hashtags are letters, digits and '_',"
                                + " at least one letter among them; write covid19",
                        "  - routes/hashtags.yaml:14: 'delay: 30' has no unit: write 30s, 30m or 30h");
    }

    @Test
    void aWrongKeyInARouteIsNamedWithItsFile() throws Exception {
        writeRoutes("""
                - route:
                    id: mine
                    description: With a mistake
                    from:
                      uri: direct:mine
                      steps:
                        - too:
                            uri: direct:batches
                """);
        assertThat(failToStart(database())).contains("routes/hashtags.yaml:7: ").contains("too");
    }

    @Test
    void aTemplateParameterThatDoesNotExistIsNamedWithItsLine() throws Exception {
        writeRoutes("""
                - templatedRoute:
                    routeId: rust
                    routeTemplateRef: x-search
                    parameters:
                      - name: hashtag
                        value: rust
                      - name: intervall
                        value: 5s
                """);
        assertThat(failToStart(database()))
                .contains("routes/hashtags.yaml:7: the template 'x-search' has no parameter 'intervall'");
    }

    @Test
    void aRouteThatCannotBeStartedIsNamed() throws Exception {
        writeRoutes("""
                - route:
                    id: mine
                    description: With a mistake
                    from:
                      uri: x:search/mine
                      parameters:
                        query: "#mine"
                      steps:
                        - to:
                            uri: direct:batches
                            parameters:
                              window: 5m
                """);
        assertThat(failToStart(Map.of()))
                .contains("routes/hashtags.yaml:2: a route cannot be started")
                .contains("window");
    }

    private void writeRoutes(String yaml) throws Exception {
        Files.writeString(Files.createDirectories(directory.resolve("routes")).resolve("hashtags.yaml"), yaml);
    }

    /** None is needed to find a mistake in a route, so none is started. */
    private static Map<String, String> database() {
        return Map.of("hashlake.warehouse.jdbc-url", "jdbc:postgresql://127.0.0.1:1/none");
    }

    /** What it says when it does not start; a message is no stack trace. */
    private String failToStart(Map<String, String> properties) throws Exception {
        try (HashlakeProcess process = HashlakeProcess.start(directory, properties)) {
            assertThat(process.awaitExit()).isEqualTo(1);
            assertThat(process.output()).contains("Hashlake cannot start").doesNotContain("\tat ");
            return process.output();
        }
    }
}
