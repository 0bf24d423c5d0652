package io.hashlake.app.http;

import io.hashlake.api.access.HeadLimits;
import io.hashlake.observability.Meters;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every accepted connection its {@link ConnectionDeadline}. Vert.x tells of a connection only after its first request, so
 * this goes to the listening channels themselves.
 */
@Singleton
public final class Connections {

    private final HttpConfig deadlines;
    private final UnreadHead unread;
    private final Meters meters;

    @Inject
    public Connections(
            HttpConfig config,
            Meters meters,
            @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length") int lineBytes,
            @ConfigProperty(name = "quarkus.http.limits.max-header-size") MemorySize headerBytes) {
        this.deadlines = config;
        this.unread = new UnreadHead(new HeadLimits(lineBytes, (int) headerBytes.asLongValue()));
        this.meters = meters;
    }

    void watch(@ObservesAsync HttpServerStart started, Vertx vertx) {
        watchListeners((VertxInternal) vertx);
    }

    void watch(@ObservesAsync HttpsServerStart started, Vertx vertx) {
        watchListeners((VertxInternal) vertx);
    }

    private void watchListeners(VertxInternal vertx) {
        Acceptor acceptor = new Acceptor();
        for (EventExecutor loop : vertx.getAcceptorEventLoopGroup()) {
            loop.execute(() -> ((SingleThreadEventLoop) loop)
                    .registeredChannelsIterator()
                    .forEachRemaining(channel -> watch(channel, acceptor)));
        }
    }

    private static void watch(Channel channel, Acceptor acceptor) {
        if (channel instanceof ServerChannel && channel.pipeline().get(Acceptor.class) == null) {
            channel.pipeline().addFirst(acceptor);
        }
    }

    private ConnectionDeadline newDeadline(Channel channel) {
        return new ConnectionDeadline(channel, deadlines, unread, () -> meters.httpTimedOut("head"));
    }

    /** Handler of a listening channel, which reads accepted connections. */
    @Sharable
    private final class Acceptor extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            Channel channel = (Channel) accepted;
            channel.pipeline().addFirst(newDeadline(channel));
            context.fireChannelRead(accepted);
        }
    }
}
