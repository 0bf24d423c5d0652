package io.hashlake.app.http;

import io.hashlake.api.problem.Problem;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Closes a connection on which the head of a request does not arrive in time, or on which nothing is asked for long. Bytes do
 * not extend a deadline, so a client that sends one now and then gains nothing. While requests are served there is none.
 *
 * <p>The first handler of its channel: Vert.x builds the rest only once it knows which version of HTTP is spoken. An upgrade to
 * HTTP/2 takes it out of the pipeline, so what it does later it does through the channel.
 */
final class ConnectionDeadline extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(ConnectionDeadline.class);
    private static final AttributeKey<ConnectionDeadline> KEY =
            AttributeKey.valueOf(ConnectionDeadline.class.getName());

    private final Channel channel;
    private final HttpConfig deadlines;
    private final HeadRefusals refusals;
    private final Runnable late;
    private Phase phase = Phase.OPENED;
    private boolean isMultiplexed;
    private int requests;
    private Future<?> deadline;

    private enum Phase {
        OPENED,
        HEAD,
        REQUEST,
        IDLE
    }

    /** @param late called when the head of a request did not arrive in time */
    ConnectionDeadline(Channel channel, HttpConfig deadlines, UnreadHead unread, Runnable late) {
        this.channel = channel;
        this.deadlines = deadlines;
        this.refusals = new HeadRefusals(unread, () -> phase != Phase.REQUEST);
        this.late = late;
        channel.attr(KEY).set(this);
        channel.closeFuture().addListener(closed -> cancel());
    }

    static Optional<ConnectionDeadline> of(Channel channel) {
        return Optional.ofNullable(channel.attr(KEY).get());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        limit(deadlines.headTimeout());
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        refusals.place(channel.pipeline(), context.name());
        if (phase == Phase.IDLE && !isMultiplexed) {
            limit(deadlines.headTimeout());
        }
        if (phase != Phase.REQUEST && !isMultiplexed) {
            phase = Phase.HEAD;
        }
        context.fireChannelRead(message);
    }

    /**
     * The head of a request has arrived.
     *
     * @param isHttp2 whose connections also carry frames that belong to no request
     */
    void begun(boolean isHttp2) {
        isMultiplexed = isHttp2;
        requests++;
        phase = Phase.REQUEST;
        cancel();
    }

    /** A request has been read and answered. Called on any thread. */
    void ended() {
        channel.eventLoop().execute(() -> {
            requests--;
            if (requests == 0 && channel.isActive()) {
                phase = Phase.IDLE;
                limit(deadlines.idleTimeout());
            }
        });
    }

    private void limit(Duration time) {
        cancel();
        deadline = channel.eventLoop().schedule(this::expire, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private void expire() {
        LOG.debugf("Connection %s closed: deadline passed while %s", channel, phase);
        if (phase != Phase.IDLE) {
            late.run();
        }
        if (phase == Phase.HEAD && isPlainHttp1()) {
            channel.pipeline()
                    .context(this)
                    .writeAndFlush(ProblemResponse.bytes(timeout()))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            channel.close();
        }
    }

    private Problem timeout() {
        return Problem.requestTimeout("the request line and headers did not arrive within "
                + deadlines.headTimeout().toSeconds() + " s (hashlake.http.head-timeout)");
    }

    /** A response written here passes neither TLS nor the framing of HTTP/2. */
    private boolean isPlainHttp1() {
        return channel.pipeline().get(SslHandler.class) == null
                && channel.pipeline().get(HttpRequestDecoder.class) != null;
    }
}
