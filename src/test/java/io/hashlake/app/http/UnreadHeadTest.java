package io.hashlake.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.api.access.HeadLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadHeadTest {

    private final UnreadHead unread = new UnreadHead(new HeadLimits(4321, 1234));

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 414 Request-URI Too Long, uri-too-long, 4321 bytes",
        "HTTP/1.0 431 Request Header Fields Too Large, headers-too-large, 1234 bytes",
        "HTTP/1.1 400 Bad Request, invalid-request, not HTTP"
    })
    void aRefusalWithoutABodyGetsTheProblemThatNamesTheLimit(String line, String type, String detail) {
        String response = replacement(line + "\r\ncontent-length: 0\r\n\r\n").orElseThrow();
        assertThat(response)
                .startsWith("HTTP/1.1 " + line.substring(9, 12))
                .contains("Content-Type: application/problem+json\r\n", "Connection: close\r\n")
                .contains("urn:hashlake:problem:" + type, detail);
        String body = response.substring(response.indexOf("\r\n\r\n") + 4);
        assertThat(response).contains("Content-Length: " + body.length() + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 4",
                "HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
                "HTTP/1.1 503 Service Unavailable\r\nContent-Length:0\r\n\r\n",
                "HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n\r\n{}",
                "\u0000\u0000\u0006\u0004"
            })
    void anythingElseIsSentAsItIs(String response) {
        assertThat(replacement(response)).isEmpty();
    }

    @Test
    void theReplacedResponseIsNotConsumed() {
        ByteBuf response = Unpooled.copiedBuffer(
                "HTTP/1.1 414 Request-URI Too Long\r\ncontent-length: 0\r\n\r\n", StandardCharsets.US_ASCII);
        int readable = response.readableBytes();
        unread.inPlaceOf(response);
        assertThat(response.readableBytes()).isEqualTo(readable);
    }

    private Optional<String> replacement(String response) {
        return unread.inPlaceOf(Unpooled.copiedBuffer(response, StandardCharsets.ISO_8859_1))
                .map(bytes -> bytes.toString(StandardCharsets.UTF_8));
    }
}
