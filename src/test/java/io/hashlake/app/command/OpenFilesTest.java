package io.hashlake.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenFilesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 80, 255})
    void aLimitUnderWhichTheStartMayHangIsRefused(long limit) {
        assertThat(OpenFiles.problem(limit)).hasValueSatisfying(problem -> assertThat(problem)
                .contains("file descriptors is " + limit + ":", "256 or more", "ulimit -n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {256, 1_048_576, Long.MAX_VALUE, -1})
    void anyOtherLimitIsNoProblem(long limit) {
        assertThat(OpenFiles.problem(limit)).isEmpty();
    }

    @Test
    void theLimitOfTheTestsIsNoProblem() {
        assertThat(OpenFiles.problem()).isEmpty();
    }
}
