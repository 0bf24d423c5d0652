package io.hashlake.simulator.api;

import com.sun.net.httpserver.HttpExchange;
import io.hashlake.simulator.settings.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Brings answers to clients, or fails to. */
public final class ReplyDelivery {

    private static final long LATENCY_MILLIS = 2_000;
    private static final long ENDLESS_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int SMALL = 1024;

    private final boolean gzip;

    public ReplyDelivery(boolean gzip) {
        this.gzip = gzip;
    }

    /**
     * Sends an answer.
     *
     * @param delivered run if the client is given the whole of it as it is; before the last byte, so that whoever has the
     *     answer finds it in the log
     * @throws IOException if the client is gone
     */
    public void send(HttpExchange exchange, CompleteReply answer, Optional<FaultKind> fault, Runnable delivered)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (fault.isEmpty() || answer.status() != 200) {
            sendWhole(exchange, answer, delivered);
            return;
        }
        switch (fault.get()) {
            case BROKEN_JSON -> sendPlain(exchange, Arrays.copyOf(answer.body(), answer.body().length / 2));
            case HALF_BODY -> sendHalf(exchange, answer);
            case ENDLESS_BODY -> sendEndlessly(exchange, answer);
            case LYING_GZIP -> sendAsIfCompressed(exchange, answer);
            case RESET -> exchange.close();
            case SLOW -> sendLate(exchange, answer, delivered);
            default -> sendWhole(exchange, answer, delivered);
        }
    }

    private void sendWhole(HttpExchange exchange, CompleteReply answer, Runnable delivered) throws IOException {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        byte[] body = answer.body();
        if (gzip && body.length > SMALL && accepted != null && accepted.contains("gzip")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            body = compressed(body);
        }
        int last = body.length - 1;
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body, 0, last);
            delivered.run();
            out.write(body, last, 1);
        }
    }

    private void sendLate(HttpExchange exchange, CompleteReply answer, Runnable delivered) throws IOException {
        try {
            Thread.sleep(LATENCY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        sendWhole(exchange, answer, delivered);
    }

    private static void sendPlain(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void sendAsIfCompressed(HttpExchange exchange, CompleteReply answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        sendPlain(exchange, answer.body());
    }

    /** Sends half of the reply; closing the exchange then closes the connection too, because bytes are owed. */
    private static void sendHalf(HttpExchange exchange, CompleteReply answer) throws IOException {
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
        exchange.getResponseBody().flush();
    }

    private static void sendEndlessly(HttpExchange exchange, CompleteReply answer) throws IOException {
        byte[] more = " ".repeat(8 * SMALL).getBytes(StandardCharsets.UTF_8);
        long end = System.nanoTime() + ENDLESS_NANOS;
        exchange.sendResponseHeaders(answer.status(), 0);
        OutputStream out = exchange.getResponseBody();
        out.write(answer.body(), 0, answer.body().length / 2);
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            out.write(more);
        }
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (OutputStream gzip = new FastGzip(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8 * SMALL);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
