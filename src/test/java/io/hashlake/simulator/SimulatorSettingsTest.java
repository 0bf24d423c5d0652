package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hashlake.ServerTest;
import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.query.QueryParser;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.settings.RateLimits;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.world.Burst;
import io.hashlake.simulator.world.Deletions;
import io.hashlake.simulator.world.Folding;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ServerTest
class SimulatorSettingsTest {

    private static final SimulatorSettings DEFAULTS = TestSimulator.settings();

    static Stream<ThrowingCallable> mistakes() {
        return Stream.of(
                () -> DEFAULTS.withPostsPerSecond(0),
                () -> DEFAULTS.withPostsPerSecond(Double.NaN),
                () -> DEFAULTS.withHistory(Duration.ofSeconds(-1)),
                () -> DEFAULTS.withLimit(-1),
                () -> DEFAULTS.withHashtags(List.of()),
                () -> DEFAULTS.withHashtags(List.of("#")),
                () -> DEFAULTS.withWorld(DEFAULTS.world().withReposts(1)),
                () -> DEFAULTS.withWorld(DEFAULTS.world().withRetained(10)),
                () -> DEFAULTS.withBearerToken(" "),
                () -> DEFAULTS.withRateLimits(new RateLimits(true, Duration.ZERO)),
                () -> DEFAULTS.withFaults(new RandomFaults(0.1, List.of())),
                () -> DEFAULTS.withFaults(new RandomFaults(1.1, List.of(FaultKind.SLOW))),
                () -> DEFAULTS.withDuplicates(0.6),
                () -> DEFAULTS.withVocabularies(Set.of()),
                () -> DEFAULTS.withLag(Duration.ofSeconds(-1)),
                () -> DEFAULTS.streams().withHeartbeat(Duration.ZERO),
                () -> DEFAULTS.streams().withConnections(0),
                () -> DEFAULTS.streams().withRuleDelay(Duration.ofSeconds(-1)),
                () -> DEFAULTS.streams().withBuffer(Duration.ZERO),
                () -> DEFAULTS.streams().withGhost(Duration.ofSeconds(-1)),
                () -> DEFAULTS.streams().withSample(0),
                () -> DEFAULTS.streams().withLate(0.6, Duration.ZERO),
                () -> new Deletions(1, Duration.ofMinutes(1)),
                () -> new Burst(Duration.ZERO, Duration.ofSeconds(1), 0.5));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refuseWhatIsOutOfRange(ThrowingCallable mistake) {
        assertThatIllegalArgumentException().isThrownBy(mistake);
    }

    @Test
    void comeWithHashtagsThatCanAllBeSearchedFor() {
        List<String> hashtags = DEFAULTS.world().hashtags();

        assertThat(hashtags).hasSize(200).contains("covid19", "climate", "AI", "saúde", "東京", "Россия");
        assertThat(hashtags).extracting(tag -> Hashtag.of(tag).canonical()).doesNotHaveDuplicates();
        assertThat(hashtags).allSatisfy(tag -> assertThat(QueryParser.parse("#" + tag, Folding.SEARCH))
                .isEqualTo(new ParsedQuery.Hashtag(Folding.SEARCH.fold(tag))));
    }

    @Test
    void nameThePortThatIsTaken() throws IOException {
        try (Simulator simulator = Simulator.start(DEFAULTS, Clock.systemUTC(), 0)) {
            int port = simulator.baseUri().getPort();
            assertThatIOException()
                    .isThrownBy(() -> Simulator.start(DEFAULTS, Clock.systemUTC(), port))
                    .withMessageContaining("127.0.0.1:" + port);
        }
    }
}
