package io.hashlake.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.api.access.HeadLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionDeadlineTest {

    private static final int HEAD = 10;
    private static final int IDLE = 60;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicInteger late = new AtomicInteger();
    private final ConnectionDeadline deadline = new ConnectionDeadline(
            channel,
            TestConfig.of(HttpConfig.class, "head-timeout=" + HEAD + "s", "idle-timeout=" + IDLE + "s"),
            new UnreadHead(new HeadLimits(4096, 8192)),
            late::incrementAndGet);

    @BeforeEach
    void open() {
        channel.freezeTime();
        channel.pipeline().addLast(deadline, new HttpRequestDecoder());
        channel.pipeline().fireChannelActive();
    }

    @Test
    void aSilentConnectionIsClosedWithoutAResponse() {
        pass(HEAD - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
        assertThat((Object) channel.readOutbound()).isNull();
        assertThat(late).hasValue(1);
    }

    @Test
    void bytesNowAndThenDoNotExtendTheDeadline() {
        for (int second = 0; second < HEAD; second++) {
            assertThat(channel.isOpen()).isTrue();
            receive("G");
            pass(1);
        }
        assertThat(channel.isOpen()).isFalse();
        assertThat(sent()).startsWith("HTTP/1.1 408 ").contains("within 10 s (hashlake.http.head-timeout)");
        assertThat(late).hasValue(1);
    }

    @Test
    void aRequestMayBeServedForAsLongAsItTakes() {
        receive("GET / HTTP/1.1\r\n\r\n");
        deadline.begun(false);
        pass(100 * IDLE);
        assertThat(channel.isOpen()).isTrue();
        assertThat(late).hasValue(0);
    }

    @Test
    void anIdleConnectionIsClosedAndDoesNotCountAsLate() {
        serve(false);
        pass(IDLE - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
        assertThat(late).hasValue(0);
    }

    @Test
    void theNextRequestHasAHeadDeadlineFromItsFirstByte() {
        serve(false);
        pass(IDLE - 1);
        receive("GET");
        pass(HEAD - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
        assertThat(sent()).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void framesBetweenRequestsOfHttp2NeitherStartNorExtendADeadline() {
        serve(true);
        for (int second = 0; second < IDLE; second++) {
            assertThat(channel.isOpen()).isTrue();
            receive("ping");
            pass(1);
        }
        assertThat(channel.isOpen()).isFalse();
        assertThat((Object) channel.readOutbound()).isNull();
    }

    @Test
    void aConnectionIsIdleOnlyWhenItsLastRequestHasEnded() {
        deadline.begun(true);
        serve(true);
        pass(2 * IDLE);
        assertThat(channel.isOpen()).isTrue();
        deadline.ended();
        pass(IDLE);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aConnectionIsStillWatchedWhenAnUpgradeHasTakenItsHandlersOut() {
        serve(true);
        channel.pipeline().remove(deadline);
        ConnectionDeadline known = ConnectionDeadline.of(channel).orElseThrow();
        known.begun(true);
        known.ended();
        pass(IDLE);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aRefusalThatAnswersNoRequestGetsAProblemAndEndsTheConnection() {
        String refusal = "HTTP/1.1 414 Request-URI Too Long\r\ncontent-length: 0\r\n\r\n";
        receive("G");
        deadline.begun(false);
        channel.writeOutbound(Unpooled.copiedBuffer(refusal, StandardCharsets.US_ASCII));
        assertThat(sent()).isEqualTo(refusal);
        deadline.ended();
        channel.runPendingTasks();
        channel.writeOutbound(Unpooled.copiedBuffer(refusal, StandardCharsets.US_ASCII));
        assertThat(sent()).contains("urn:hashlake:problem:uri-too-long");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void refusalsGetTheirProblemBeforeTheyAreEncrypted() throws NoSuchAlgorithmException {
        channel.pipeline()
                .addFirst("tls", new SslHandler(SSLContext.getDefault().createSSLEngine()));
        new HeadRefusals(new UnreadHead(new HeadLimits(4096, 8192)), () -> true).place(channel.pipeline(), "any");
        List<String> names = channel.pipeline().names();
        assertThat(channel.pipeline().get(names.get(names.indexOf("tls") + 1))).isInstanceOf(HeadRefusals.class);
    }

    @Test
    void aClosedConnectionIsNotLate() {
        channel.close();
        pass(HEAD);
        assertThat(late).hasValue(0);
    }

    private void serve(boolean isHttp2) {
        deadline.begun(isHttp2);
        deadline.ended();
        channel.runPendingTasks();
    }

    private void receive(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void pass(int seconds) {
        channel.runPendingTasks();
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private String sent() {
        ByteBuf bytes = channel.readOutbound();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
