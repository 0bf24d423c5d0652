package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.pipeline.route.RouteFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {

    @TempDir
    Path directory;

    @Test
    void oneProcessDoesEverythingByDefault() throws Exception {
        Deployment alone = Deployment.of(List.of("ingest", "lake", "warehouse"), false, false);
        assertThat(alone).isEqualTo(Deployment.alone());
        assertThat(alone.recipients()).isEqualTo("direct:lake,direct:warehouse");
        assertThat(files(alone))
                .contains("sinks/lake.yaml", "sinks/warehouse.yaml", "bus/direct.yaml", "hashtags.yaml")
                .noneMatch(file -> file.contains("kafka"));
    }

    @Test
    void whoFollowsSourcesPublishesAndKeepsPayloadsHimself() throws Exception {
        Deployment ingest = Deployment.of(List.of("ingest", "raw"), true, false);
        assertThat(ingest.recipients()).isEqualTo("direct:kafka,direct:raw");
        assertThat(ingest.consumers()).isEmpty();
        assertThat(files(ingest))
                .contains("bus/direct.yaml", "bus/kafka.yaml", "sources/x-search.yaml", "hashtags.yaml")
                .doesNotContain("sinks/lake.yaml", "bus/kafka/consumer.yaml", "bus/kafka/lake.yaml");
    }

    @Test
    void aSinkAloneIsFedByKafkaAndNeedsOnlyWhatItWrites() throws Exception {
        Deployment lake = Deployment.of(List.of("LAKE"), true, false);
        assertThat(lake.needsDatabase()).isFalse();
        assertThat(files(lake))
                .containsExactly(
                        "pipeline/keep-trying.yaml",
                        "sinks/sink.yaml",
                        "bus/kafka/consumer.yaml",
                        "sinks/lake.yaml",
                        "bus/kafka/lake.yaml");
        assertThat(Deployment.of(List.of("warehouse"), true, false).needsDatabase())
                .isTrue();
    }

    @Test
    void onlyWhoPublishesOrIsFedByKafkaNeedsIt() {
        for (String role : List.of("ingest", "lake", "warehouse")) {
            assertThat(Deployment.of(List.of(role), true, false).needsKafka())
                    .as(role)
                    .isTrue();
        }
        for (String role : List.of("api", "jobs")) {
            assertThat(Deployment.of(List.of(role), true, false).needsKafka())
                    .as(role)
                    .isFalse();
        }
        assertThat(Deployment.alone().needsKafka()).isFalse();
    }

    @Test
    void whatCannotWorkIsRefusedWithWhatWould() {
        assertRefused(
                List.of("ingest", "lakes"),
                true,
                "lakes': must be among ingest, lake, warehouse, raw, index, dynamodb, kinesis, api, jobs");
        assertRefused(List.of("ingest"), false, "posts would go nowhere");
        assertRefused(List.of("lake"), false, "nothing would feed it");
        assertRefused(List.of("raw", "lake"), true, "payloads do not travel over Kafka");
        assertRefused(List.of(), true, "at least one role");
    }

    private static void assertRefused(List<String> roles, boolean isKafka, String because) {
        assertThatThrownBy(() -> Deployment.of(roles, isKafka, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private List<String> files(Deployment deployment) throws Exception {
        return RouteFiles.in(directory, deployment).stream()
                .map(RouteFile::name)
                .toList();
    }
}
