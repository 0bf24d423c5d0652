package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hashlake.TestConfig;
import java.net.URI;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final URI MINIO = URI.create("https://minio:9000");

    private static Bucket bucket(String... properties) {
        return Bucket.of(TestConfig.of(S3Config.class, properties)).orElseThrow();
    }

    @Test
    void thereIsNoneWithoutAName() {
        assertThat(Bucket.of(TestConfig.of(S3Config.class, "endpoint=" + MINIO)))
                .isEmpty();
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(bucket("bucket=lake", "endpoint=" + MINIO, "secret-key=hunter2")
                        .toString())
                .contains("lake", "minio:9000")
                .doesNotContain("hunter2");
    }

    @Test
    void aCompatibleServerIsAddressedByPathAndCheckedByMd5UnlessToldOtherwise() {
        assertThat(bucket("bucket=lake").isPathStyle()).isFalse();
        assertThat(bucket("bucket=lake").isCheckedByMd5()).isFalse();
        assertThat(bucket("bucket=lake", "endpoint=" + MINIO).isPathStyle()).isTrue();
        assertThat(bucket("bucket=lake", "endpoint=" + MINIO).isCheckedByMd5()).isTrue();
        assertThat(bucket("bucket=lake", "endpoint=" + MINIO, "path-style=false")
                        .isPathStyle())
                .isFalse();
        assertThat(bucket("bucket=lake", "endpoint=" + MINIO, "checksums=crc32").isCheckedByMd5())
                .isFalse();
    }

    @Test
    void refusesHalfACredential() {
        assertThatIllegalArgumentException()
                .isThrownBy(bucket("bucket=lake", "access-key=me")::requireWhole)
                .withMessageContaining("only one of access-key and secret-key is given");
    }

    @Test
    void refusesAKeyForAnEncryptionThatHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(bucket("bucket=lake", "encryption=aes256", "kms-key-id=key-1")::requireWhole)
                .withMessageContaining("encryption is not kms");
    }
}
