package io.hashlake.app.http;

import io.hashlake.api.problem.Problem;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Problems as responses, where no resource is reached. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Ends the request with a problem. */
    public static Future<Void> send(RoutingContext context, Problem problem) {
        return context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(problem.json()));
    }

    /** The whole response as bytes of HTTP/1.1, after which the connection is closed. */
    static ByteBuf bytes(Problem problem) {
        byte[] body = problem.json();
        String head = "HTTP/1.1 " + HttpResponseStatus.valueOf(problem.status()) + "\r\n"
                + "Content-Type: " + Problem.MEDIA_TYPE + "\r\n"
                + "Cache-Control: no-store\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Connection: close\r\n\r\n";
        return Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body);
    }
}
