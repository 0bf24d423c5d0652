package io.hashlake.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:hunter2@example.org",
                "https://me:hunter2@example.org/?key=hunter2",
                "https://example.org/path?key=hunter2",
                "https://example.org?key=hunter2#hunter2",
                "https://example.org/#hunter2",
                "ftp://hunter2@example.org/a?b=hunter2",
                "me:hunter2@example.org"
            })
    void anAddressIsToldWithoutItsSecrets(String address) {
        URI uri = URI.create(address);
        assertThatThrownBy(() -> new Mistakes()
                        .unlessHttp("base-url", uri)
                        .unlessWithoutQuery("base-url", uri)
                        .refuse())
                .hasMessageContaining("base-url = ")
                .hasMessageContaining("example.org")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> new Mistakes()
                        .unlessPositive("a", 0)
                        .unlessPositive("b", 1)
                        .unlessPositive("c", -1)
                        .refuse())
                .hasMessage("a = 0: allowed is 1 or more" + Mistakes.SEPARATOR + "c = -1: allowed is 1 or more");
    }
}
