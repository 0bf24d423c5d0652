package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.lake.store.S3Settings.Credentials;
import io.hashlake.lake.store.S3Settings.Encryption;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTest {

    private static final Credentials ME = new Credentials("me", "hunter2");

    @Test
    void neverShowsTheSecret() {
        assertThat(S3Settings.of(URI.create("https://minio:9000"), "lake", ME).toString())
                .contains("lake", "me")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "two words", "-lake", "s3://lake", "lake/tweets"})
    void refusesWhatIsNoBucket(String name) {
        assertThatThrownBy(() -> S3Settings.of(URI.create("https://minio:9000"), name, ME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bucket = " + name + ": allowed is 3 to 63 letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minio:9000", "ftp://minio", "https://me:hunter2@minio", "/minio"})
    void refusesWhatIsNoEndpoint(String endpoint) {
        assertThatThrownBy(() -> S3Settings.of(URI.create(endpoint), "lake", ME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http(s)://host[:port]")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesHalfACredential() {
        assertThatThrownBy(() -> new Credentials("me", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAKeyForAnEncryptionThatHasNone() {
        assertThatThrownBy(() -> new Encryption(Optional.of("key-1"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AES256");
    }
}
