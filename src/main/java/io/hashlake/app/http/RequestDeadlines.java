package io.hashlake.app.http;

import io.hashlake.api.problem.Problem;
import io.hashlake.observability.Meters;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Answers 408 where the body of a request does not arrive in time, and tells a connection when it serves requests. */
@Singleton
public final class RequestDeadlines {

    private static final Logger LOG = Logger.getLogger(RequestDeadlines.class);
    private static final int BEFORE_ALL = -30_000;

    private final HttpConfig deadlines;
    private final Meters meters;

    @Inject
    RequestDeadlines(HttpConfig config, Meters meters) {
        this.deadlines = config;
        this.meters = meters;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::follow);
    }

    private void follow(RoutingContext context) {
        HttpServerRequest request = context.request();
        Future<Void> read = RequestBodies.isAwaited(request) ? request.end() : Future.succeededFuture();
        Promise<Void> answered = Promise.promise();
        context.addEndHandler(answered);
        ConnectionDeadline.of(channel(context)).ifPresent(connection -> {
            connection.begun(request.version() == HttpVersion.HTTP_2);
            Future.join(read, answered.future()).onComplete(done -> connection.ended());
        });
        if (!read.isComplete()) {
            long timer = context.vertx().setTimer(deadlines.bodyTimeout().toMillis(), passed -> expire(context));
            read.onComplete(done -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    static Channel channel(RoutingContext context) {
        return ((ConnectionBase) context.request().connection()).channel();
    }

    private void expire(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2
                && !isOpen(request.streamId(), channel(context).pipeline())) {
            return;
        }
        LOG.debugf(
                "Request %s closed: its body did not arrive in time",
                context.request().uri());
        meters.httpTimedOut("body");
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            close(context);
            return;
        }
        if (context.request().version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close");
        }
        ProblemResponse.send(
                        context,
                        Problem.requestTimeout("the body did not arrive within "
                                + deadlines.bodyTimeout().toSeconds() + " s (hashlake.http.body-timeout)"))
                .onComplete(sent -> close(context));
    }

    /**
     * Whether the client has not ended a stream. The request itself does not know while the framework has paused it, nor does the
     * stream of an upgrade from HTTP/1.1, whose body the old decoder reads.
     */
    private static boolean isOpen(int stream, ChannelPipeline pipeline) {
        Http2Stream known = pipeline.get(Http2ConnectionHandler.class).connection().stream(stream);
        return pipeline.get(HttpRequestDecoder.class) != null
                || known != null && known.state().remoteSideOpen();
    }

    /** Other requests share a connection of HTTP/2. */
    private static void close(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset();
        } else {
            context.request().connection().close();
        }
    }
}
