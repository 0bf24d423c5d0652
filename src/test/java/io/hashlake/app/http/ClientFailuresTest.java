package io.hashlake.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFailuresTest {

    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final List<Throwable> unhandled = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        new ClientFailures().install(router);
        new RequestBodies(new MemorySize(BigInteger.valueOf(1_000))).install(router);
        router.post("/mistake").order(-10).handler(context -> {
            throw new IllegalStateException("a mistake of the server's");
        });
        router.route().handler(context -> context.end("read " + context.body().length()));
        router.route().failureHandler(context -> {
            unhandled.add(context.failure());
            context.response().setStatusCode(500).end();
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nSELECT 1\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFF\r\nSELECT 1\r\n0\r\n\r\n",
                "8\r\nSELECT 1\r\n-5\r\n\r\n"
            })
    void aBodyOfBrokenChunksIsAnsweredWithAProblem(String body) throws IOException {
        assertThat(exchange(CHUNKED + body))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "the body cannot be read: ", "hunk size");
        assertThat(unhandled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:evil", "localhost@evil.com", "[::1", "a b"})
    void aHostThatCannotBeReadIsNotCalledMissing(String host) throws IOException {
        assertThat(exchange("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("the header Host cannot be read");
    }

    @Test
    void aMissingHostIsCalledSo() throws IOException {
        assertThat(exchange("GET / HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("'Host' header is required");
    }

    @Test
    void chunksWithoutAMistakeAreRead() throws IOException {
        String once = CHUNKED.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
        assertThat(exchange(once + "8\r\nSELECT 1\r\n0\r\n\r\n")).endsWith("read 8");
    }

    @Test
    void mistakesOfTheServersAreLeftToOthers() throws IOException {
        String mistake = CHUNKED.replace("POST /", "POST /mistake").replace("chunked", "chunked\r\nConnection: close");
        assertThat(exchange(mistake + "0\r\n\r\n")).startsWith("HTTP/1.1 500 ");
        assertThat(unhandled).hasSize(1);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
