package io.hashlake.app.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Gives a body to the server's refusals of request heads, before TLS makes them unreadable. */
final class HeadRefusals extends ChannelOutboundHandlerAdapter {

    private final UnreadHead unread;
    private final BooleanSupplier isReadingHead;
    private boolean isPlaced;

    HeadRefusals(UnreadHead unread, BooleanSupplier isReadingHead) {
        this.unread = unread;
        this.isReadingHead = isReadingHead;
    }

    /** Takes its place at the first bytes: the handler of TLS may come after the connection. */
    void place(ChannelPipeline pipeline, String first) {
        if (!isPlaced) {
            ChannelHandlerContext tls = pipeline.context(SslHandler.class);
            pipeline.addAfter(tls == null ? first : tls.name(), null, this);
            isPlaced = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Optional<ByteBuf> problem = isReadingHead.getAsBoolean() && message instanceof ByteBuf bytes
                ? unread.inPlaceOf(bytes)
                : Optional.empty();
        if (problem.isPresent()) {
            ReferenceCountUtil.release(message);
            context.write(problem.get(), promise.unvoid().addListener(ChannelFutureListener.CLOSE));
        } else {
            context.write(message, promise);
        }
    }
}
