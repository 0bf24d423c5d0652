package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.ServerTest;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.servers.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real server; {@link S3RequestTest} looks at what is sent. */
@ServerTest
class S3ObjectStoreTest extends ObjectStoreContract {

    @TempDir
    static Path directory;

    private static S3Server server;
    private static S3Client client;
    private S3ObjectStore store;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(directory);
        client = S3Clients.create(settings(S3Server.BUCKET, ""));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void open(TestInfo test) throws IOException {
        String name = KeyName.of(test.getTestMethod().orElseThrow().getName() + test.getDisplayName());
        store = new S3ObjectStore(client, settings(S3Server.BUCKET, name + "/"));
        store.open();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    private static Bucket settings(String bucket, String prefix) {
        return TestS3.bucket(server.endpoint(), bucket, "prefix=" + prefix);
    }

    private static void open(Bucket bucket) throws IOException {
        try (S3Client other = S3Clients.create(bucket)) {
            new S3ObjectStore(other, bucket).open();
        }
    }

    @Test
    void listsMoreThanAPage() throws IOException {
        S3ObjectStore pages = new S3ObjectStore(client, settings(S3Server.BUCKET, "pages/"));
        pages.put("many/0000", content("x"));
        Path first = server.bucketDirectory(S3Server.BUCKET).resolve("pages/many/0000");
        for (int i = 1; i < 1_100; i++) {
            Files.copy(first, first.resolveSibling(String.format("%04d", i)), StandardCopyOption.COPY_ATTRIBUTES);
        }

        assertThat(pages.list("many/"))
                .extracting(StoredObject::key)
                .hasSize(1_100)
                .isSorted()
                .endsWith("many/1099");
    }

    @Test
    void saysThatTheBucketDoesNotExist() {
        assertThatThrownBy(() -> open(settings("elsewhere", "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("s3://elsewhere/ at " + server.endpoint())
                .hasMessageContaining("the bucket does not exist");
    }

    @Test
    void saysThatTheCredentialsAreWrongAndKeepsThemToItself() {
        Bucket wrongSecret = TestS3.bucket(server.endpoint(), S3Server.BUCKET, "secret-key=hunter2");
        Bucket wrongKey = TestS3.bucket(server.endpoint(), S3Server.BUCKET, "access-key=nobody", "secret-key=hunter2");

        for (Bucket wrong : List.of(wrongSecret, wrongKey)) {
            assertThatThrownBy(() -> open(wrong))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the access key or the secret key is wrong")
                    .hasMessageNotContaining("hunter2");
            assertThat(wrong.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThatThrownBy(() -> store.read("tweets/none", 0, 5))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot read tweets/none in s3://hashlake/")
                .hasMessageContaining("there is no such object (HTTP 404 NoSuchKey)");
    }

    @Test
    void saysThatNobodyAnswers() {
        Bucket nowhere = TestS3.bucket(URI.create("http://127.0.0.1:1"), S3Server.BUCKET);

        assertThatThrownBy(() -> open(nowhere))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer")
                .hasMessageContaining("refused");
    }
}
