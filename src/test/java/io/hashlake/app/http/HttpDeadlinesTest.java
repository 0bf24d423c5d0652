package io.hashlake.app.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpDeadlinesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(999);

    @Test
    void aDeadlineUnderASecondIsRefusedByItsProperty() {
        assertThatThrownBy(() -> new HttpDeadlines(SHORT, SECOND, SECOND))
                .hasMessageContaining("head-timeout = PT0.999S: allowed is 1 s or more");
        assertThatThrownBy(() -> new HttpDeadlines(SECOND, Duration.ZERO, SECOND))
                .hasMessageContaining("body-timeout");
        assertThatThrownBy(() -> new HttpDeadlines(SECOND, SECOND, SECOND.negated()))
                .hasMessageContaining("idle-timeout");
    }
}
