package io.hashlake.app.tracing;

import io.hashlake.core.TweetBatch;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Trace and first span of a batch. They are derived from its origin and positions, so that nothing has to be carried along within a
 * process, and a batch that is read again after a crash continues its trace.
 */
final class BatchContext {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final String SEPARATOR = "-";
    private static final int PARTS = 4;

    private BatchContext() {}

    static SpanContext of(TweetBatch batch) {
        byte[] digest = sha256(String.join("\n", batch.origin(), batch.start(), batch.end()));
        HexFormat hex = HexFormat.of();
        return remote(
                hex.formatHex(digest, 0, TRACE_BYTES), hex.formatHex(digest, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES));
    }

    /** As W3C's header {@code traceparent}. */
    static String header(SpanContext context) {
        return String.join(SEPARATOR, "00", context.getTraceId(), context.getSpanId(), "01");
    }

    /** Invalid where the header is. */
    static SpanContext ofHeader(String header) {
        String[] parts = header.split(SEPARATOR);
        return parts.length == PARTS ? remote(parts[1], parts[2]) : SpanContext.getInvalid();
    }

    private static SpanContext remote(String trace, String span) {
        return SpanContext.createFromRemoteParent(trace, span, TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
