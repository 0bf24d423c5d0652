package io.hashlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.TestConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** What a server gets to see, by one that writes it down and agrees to everything. */
class S3RequestTest {

    private record Seen(String request, Headers headers) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Integer> refusals = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        seen.add(new Seen(request, exchange.getRequestHeaders()));
        if (!refusals.isEmpty()) {
            exchange.sendResponseHeaders(refusals.remove(0), -1);
            return;
        }
        byte[] body = body(request).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"0123\"");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String body(String request) {
        if (request.endsWith("?uploads")) {
            return "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>";
        }
        return request.startsWith("POST") ? "<CompleteMultipartUploadResult/>" : "";
    }

    private void put(int size, String... properties) throws IOException {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Stream<String> usual = Stream.of(
                "bucket=bucket", "prefix=lake/", "endpoint=" + endpoint, "access-key=me", "secret-key=secret");
        String[] all = Stream.concat(usual, Stream.of(properties)).toArray(String[]::new);
        Bucket bucket = new Bucket(TestConfig.of(S3Config.class, all));
        try (S3Client client = S3Clients.create(bucket)) {
            new S3ObjectStore(client, bucket).put("a b", List.of(ByteBuffer.allocate(size)));
        }
    }

    @Test
    void asksForEncryptionWithTheServersKey() throws IOException {
        put(5, "encryption=aes256");

        assertThat(seen.get(0).request()).isEqualTo("PUT /bucket/lake/a%20b");
        assertThat(seen.get(0).headers()).containsEntry("X-amz-server-side-encryption", List.of("AES256"));
    }

    @Test
    void asksForEncryptionWithAKeyOfKmsForEveryPartAtTheBeginning() throws IOException {
        put(17 << 20, "encryption=kms", "kms-key-id=key-1");

        assertThat(seen)
                .extracting(Seen::request)
                .containsExactly(
                        "POST /bucket/lake/a%20b?uploads",
                        "PUT /bucket/lake/a%20b?partNumber=1&uploadId=u1",
                        "PUT /bucket/lake/a%20b?partNumber=2&uploadId=u1",
                        "POST /bucket/lake/a%20b?uploadId=u1");
        assertThat(seen.get(0).headers())
                .containsEntry("X-amz-server-side-encryption", List.of("aws:kms"))
                .containsEntry("X-amz-server-side-encryption-aws-kms-key-id", List.of("key-1"));
    }

    @Test
    void asksForNoEncryptionByItself() throws IOException {
        put(5);

        assertThat(seen.get(0).headers().keySet()).noneMatch(name -> name.contains("encryption"));
    }

    @Test
    void givesTheChecksumThatEveryServerKnows() throws IOException {
        put(5);

        assertThat(seen.get(0).headers().get("Content-MD5")).containsExactly("ypxJGsZrLGJQCILpPzcZqA==");
        assertThat(seen.get(0).headers().keySet()).noneMatch(name -> name.contains("checksum"));
    }

    @Test
    void givesTheChecksumThatAwsRecommends() throws IOException {
        put(5, "checksums=crc32");

        assertThat(seen.get(0).headers().get("X-amz-trailer")).containsExactly("x-amz-checksum-crc32");
        assertThat(seen.get(0).headers()).doesNotContainKey("Content-md5");
    }

    @Test
    void triesAgainWhenTheServerIsBusy() throws IOException {
        refusals.addAll(List.of(503, 500));

        put(5);

        assertThat(seen).hasSize(3).extracting(Seen::request).containsOnly("PUT /bucket/lake/a%20b");
    }
}
