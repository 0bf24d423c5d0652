package io.hashlake.app.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;

/** Random ids, unless a span is started as one whose ids are known. */
final class GivenIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();
    private final ThreadLocal<SpanContext> given = new ThreadLocal<>();

    Span start(SpanBuilder span, SpanContext as) {
        given.set(as);
        try {
            return span.setNoParent().startSpan();
        } finally {
            given.remove();
        }
    }

    @Override
    public String generateSpanId() {
        return given.get() == null ? random.generateSpanId() : given.get().getSpanId();
    }

    @Override
    public String generateTraceId() {
        return given.get() == null ? random.generateTraceId() : given.get().getTraceId();
    }
}
