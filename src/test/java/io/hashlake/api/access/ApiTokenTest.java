package io.hashlake.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hashlake.api.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiTokenTest {

    private final ApiToken token = new ApiToken(Optional.of("0123456789abcdef"));

    @Test
    void letsThoseInWhoHaveIt() {
        assertThatCode(() -> token.require("Bearer 0123456789abcdef")).doesNotThrowAnyException();
        assertThatCode(() -> token.require("bearer 0123456789abcdef")).doesNotThrowAnyException();
    }

    @Test
    void refusesEverybodyElse() {
        assertThat(status(token, null)).isEqualTo(401);
        assertThat(status(token, "Basic 0123456789abcdef")).isEqualTo(401);
        assertThat(status(token, "Bearer 0123456789abcdeX")).isEqualTo(401);
    }

    @Test
    void isShutForAllWhereNoneIsConfigured() {
        assertThat(status(new ApiToken(Optional.empty()), "Bearer x")).isEqualTo(403);
    }

    @Test
    void mustNotBeShortAndIsNotRepeated() {
        assertThatThrownBy(() -> new ApiToken(Optional.of("secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hashlake.api.token")
                .hasMessageNotContaining("secret");
    }

    private static int status(ApiToken token, String header) {
        return catchThrowableOfType(ProblemException.class, () -> token.require(header))
                .problem()
                .status();
    }
}
