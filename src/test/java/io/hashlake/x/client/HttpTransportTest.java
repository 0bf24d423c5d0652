package io.hashlake.x.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hashlake.TestConfig;
import io.hashlake.x.client.body.BoundedBody;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpTransportTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    /** More than a busy machine takes for an answer. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void retriesHalfABody() throws Exception {
        try (RawServer server = RawServer.answering(HEAD + "Content-Length: 500\r\n\r\n{\"data\":[")) {
            assertThat(ask(server.uri())).contains("connection lost to localhost");
        }
        assertThat(heard).containsExactly("network");
    }

    @Test
    void retriesABodyThatIsLongerThanItSays() throws Exception {
        try (RawServer server = RawServer.answering(HEAD + "Content-Length: 9\r\n\r\n{\"data\":[]}")) {
            assertThat(ask(server.uri())).contains("not readable");
        }
        assertThat(heard).containsExactly("broken_body");
    }

    @Test
    void retriesABrokenChunk() throws Exception {
        try (RawServer server = RawServer.answering(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}")) {
            assertThat(ask(server.uri())).contains("localhost");
        }
        assertThat(heard).containsExactly("network");
    }

    @Test
    void retriesWhatIsNoHttp() throws Exception {
        try (RawServer server = RawServer.answering("220 smtp ready\r\n\r\n")) {
            assertThat(ask(server.uri())).contains("localhost");
        }
        assertThat(heard).containsExactly("network");
    }

    @Test
    void retriesAReset() throws Exception {
        try (RawServer server = new RawServer((connection, out) -> connection.setSoLinger(true, 0))) {
            assertThat(ask(server.uri())).contains("localhost");
        }
        assertThat(heard).containsExactly("network");
    }

    @Test
    void retriesAnUnreachableServer() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }

        assertThat(ask(URI.create("http://localhost:" + port))).contains("cannot connect to localhost");
        assertThat(heard).containsExactly("network");
    }

    @Test
    void hangsUpOnAnEndlessBody() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        try (RawServer server = new RawServer((connection, out) -> writeUntilHungUp(out, hungUp))) {
            assertThat(ask(server.uri())).contains("larger than 65536 bytes");
            hungUp.await();
        }
        assertThat(heard).containsExactly("broken_body");
    }

    @Test
    void givesUpOnSilence() throws Exception {
        try (RawServer server = new RawServer(HttpTransportTest::waitUntilHungUp)) {
            assertThat(ask(client(server.uri(), Duration.ofMillis(300), LONG)))
                    .contains("nothing was received for 300 ms");
        }
        assertThat(heard).containsExactly("timeout");
    }

    @Test
    void givesUpOnABodyThatStalls() throws Exception {
        try (RawServer server = new RawServer((connection, out) -> {
            out.write((HEAD + "Content-Length: 500\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
            waitUntilHungUp(connection, out);
        })) {
            assertThat(ask(client(server.uri(), Duration.ofMillis(300), LONG)))
                    .contains("nothing was received for 300 ms");
        }
        assertThat(heard).containsExactly("timeout");
    }

    @Test
    void givesUpOnABodyThatTricklesForever() throws Exception {
        try (RawServer server = new RawServer((connection, out) -> {
            out.write((HEAD + "\r\n").getBytes(StandardCharsets.UTF_8));
            connection.setSoTimeout(50);
            while (!isHungUp(connection)) {
                out.write(' ');
            }
        })) {
            assertThat(ask(client(server.uri(), LONG, Duration.ofMillis(1500))))
                    .contains("no complete answer within 1500 ms");
        }
        assertThat(heard).containsExactly("timeout");
    }

    @Test
    void canBeInterrupted() throws Exception {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        try (RawServer server = new RawServer(HttpTransportTest::waitUntilHungUp)) {
            XClient patient = client(server.uri(), LONG, LONG);
            Thread asking = new Thread(() -> {
                try {
                    patient.usage();
                } catch (InterruptedException e) {
                    seen.set(e);
                }
            });
            asking.start();
            Awaitility.await().until(() -> asking.getState() == Thread.State.TIMED_WAITING);
            asking.interrupt();
            asking.join();
        }
        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void neverSendsTheTokenToWhereItIsRedirected() throws Exception {
        try (ScriptedServer elsewhere = new ScriptedServer();
                ScriptedServer server = new ScriptedServer()) {
            server.then(302, "", "Location", elsewhere.uri() + "/2/usage/tweets");

            assertThat(ask(server.uri())).contains("302");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void keepsThePathOfTheBaseAddress() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(503, "");
            ask(URI.create(server.uri() + "/proxy/"));
            assertThat(server.asked().get(0).getPath()).isEqualTo("/proxy/2/usage/tweets");
        }
    }

    @Test
    void refusesBodiesAfterTheFirstTooLargePart() {
        BoundedBody body = new BoundedBody(10, () -> {});
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        body.onNext(List.of(ByteBuffer.allocate(8), ByteBuffer.allocate(3)));
        body.onNext(List.of(ByteBuffer.allocate(1)));
        body.onComplete();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> body.getBody().toCompletableFuture().get())
                .withCauseInstanceOf(BoundedBody.BodyTooLargeException.class);
    }

    private String ask(URI uri) throws InterruptedException {
        return ask(client(uri, LONG, LONG));
    }

    private static String ask(XClient client) throws InterruptedException {
        ApiResult<Usage> answer = client.usage();
        assertThat(answer).isInstanceOf(ApiResult.Retry.class);
        return ((ApiResult.Retry<Usage>) answer).reason();
    }

    private XClient client(URI uri, Duration readTimeout, Duration totalTimeout) {
        XConfig config = TestConfig.of(
                XConfig.class,
                "vocabulary=" + Vocabulary.POST,
                "connect-timeout=30s",
                "read-timeout=" + readTimeout,
                "total-timeout=" + totalTimeout,
                "max-body-bytes=65536");
        XSettings settings = XSettings.of(uri, new BearerToken("secret"), config);
        return new XClient(settings, Clock.systemUTC(), (endpoint, outcome, took, limit) -> heard.add(outcome));
    }

    private static void writeUntilHungUp(OutputStream out, CountDownLatch hungUp) throws IOException {
        out.write((HEAD + "\r\n").getBytes(StandardCharsets.UTF_8));
        byte[] more = new byte[1 << 13];
        try {
            while (true) {
                out.write(more);
            }
        } catch (IOException e) {
            hungUp.countDown();
            throw e;
        }
    }

    private static void waitUntilHungUp(Socket connection, OutputStream out) throws IOException {
        connection.setSoTimeout(50);
        while (!isHungUp(connection)) {
            out.flush();
        }
    }

    private static boolean isHungUp(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
