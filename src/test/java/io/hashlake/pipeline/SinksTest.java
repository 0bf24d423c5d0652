package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.Intake;
import io.hashlake.core.Sink;
import io.hashlake.core.SinkFactory;
import io.hashlake.core.SinkServices;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinksTest {

    @Test
    void theLakeGetsABatchFirst() {
        assertThat(Sinks.installed().names())
                .containsExactly("lake", "warehouse", "raw", "index", "dynamodb", "kinesis");
    }

    @Test
    void theKeysOfASinkBeginWithItsName() {
        assertThat(Sinks.installed().all()).allSatisfy(sink -> assertThat(
                        sink.config().getAnnotation(ConfigMapping.class).prefix())
                .isEqualTo("hashlake." + sink.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lake", "my lake", "", "api", "ingest"})
    void aSinkIsNotNamedAsARoleOrAsNoRouteCanBe(String name) {
        assertThatThrownBy(() -> new Sinks(List.of(new NamedFactory(name))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NamedFactory cannot be named '" + name + "'");
    }

    @Test
    void twoSinksOfOneNameAreRefused() {
        assertThatThrownBy(() -> new Sinks(List.of(new NamedFactory("a"), new NamedFactory("a"))))
                .hasMessageContaining("no name of another sink");
    }

    private record NamedFactory(String name) implements SinkFactory<Object> {

        @Override
        public Set<Need> needs() {
            return Set.of();
        }

        @Override
        public Class<Object> config() {
            return Object.class;
        }

        @Override
        public Intake intake(Object config) {
            return new Intake(1, Duration.ofSeconds(1));
        }

        @Override
        public Sink sink(Object config, SinkServices services) {
            throw new UnsupportedOperationException();
        }
    }
}
