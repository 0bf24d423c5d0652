package io.hashlake.x.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final BearerToken TOKEN = new BearerToken("secret");

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "se cret", "secret\n", "secret\u0000", "sécret"})
    void refusesTokensThatCannotBeSentWithoutShowingThem(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BearerToken(token))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("cret"));
    }

    @Test
    void masksTheToken() {
        assertThat(TOKEN.toString()).isEqualTo("BearerToken[***]");
    }

    @Test
    void refusesRequestsThatXWouldRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchRequest("o", SearchRequest.Scope.RECENT, "#a", 0, 0, null, 101))
                .withMessageContaining("10 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchRequest("o", SearchRequest.Scope.ALL, "#a", 0, 0, null, 9))
                .withMessageContaining("10 to 500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchRequest("o", SearchRequest.Scope.ALL, " ", 0, 0, null, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchRequest("o", SearchRequest.Scope.ALL, "#a", -1, 0, null, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchRequest("o/o", SearchRequest.Scope.ALL, "#a", 0, 0, null, 10));
    }
}
