package io.hashlake.x.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final BearerToken TOKEN = new BearerToken("secret");

    @Test
    void hasDefaults() {
        XSettings settings = XSettings.of(URI.create("https://api.x.com"), TOKEN);

        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.totalTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.maxBodyBytes()).isEqualTo(32 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.x.com",
                "ftp://api.x.com",
                "https:///2",
                "https://a:b@api.x.com",
                "https://x.com?a=b",
                "https://x.com#f"
            })
    void refusesAddressesThatCannotBeAsked(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XSettings.of(URI.create(address), TOKEN))
                .withMessageContaining("base-url = ");
    }

    @Test
    void refusesTimesAndSizesOutOfRange() {
        URI uri = URI.create("https://api.x.com");
        Duration second = Duration.ofSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XSettings(uri, TOKEN, Vocabulary.POST, Duration.ZERO, second, second, 1 << 20))
                .withMessageContaining("connect-timeout = PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XSettings(uri, TOKEN, Vocabulary.POST, second, null, second, 1 << 20))
                .withMessageContaining("read-timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XSettings(uri, TOKEN, Vocabulary.POST, second, second, second, 5))
                .withMessageContaining("max-body-bytes = 5");
    }

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
