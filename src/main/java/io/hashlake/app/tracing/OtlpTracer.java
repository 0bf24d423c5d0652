package io.hashlake.app.tracing;

import io.hashlake.core.BatchTracer;
import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Exports a span per step of a batch by OTLP. Spans have names and counts, and nothing of a post. */
final class OtlpTracer implements BatchTracer, AutoCloseable {

    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> SOURCE = AttributeKey.stringKey("hashlake.source");
    private static final AttributeKey<String> SINK = AttributeKey.stringKey("hashlake.sink");
    private static final AttributeKey<Long> POSTS = AttributeKey.longKey("hashlake.posts");
    private static final AttributeKey<Long> REJECTED = AttributeKey.longKey("hashlake.rejected");
    private static final long CLOSE_SECONDS = 3;

    private final GivenIds ids = new GivenIds();
    private final PolledContexts polled = new PolledContexts();
    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Clock clock;

    OtlpTracer(URI endpoint, Clock clock) {
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint.toString()).build();
        this.provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setResource(Resource.getDefault().merge(Resource.create(Attributes.of(SERVICE, "hashlake"))))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        this.tracer = provider.get("io.hashlake");
        this.clock = clock;
    }

    @Override
    public Runnable received(TweetBatch batch) {
        Span span = ids.start(builder("source", batch.tweets().size(), clock.instant()), BatchContext.of(batch));
        span.setAttribute(SOURCE, Origins.counted(batch.origin()))
                .setAttribute(REJECTED, batch.rejected().size());
        return span::end;
    }

    @Override
    public Runnable published(TweetBatch batch) {
        Span span = builder("bus", batch.tweets().size(), clock.instant())
                .setParent(parent(BatchContext.of(batch)))
                .startSpan();
        return span::end;
    }

    @Override
    public Optional<String> context(TweetBatch batch) {
        return Optional.of(BatchContext.header(BatchContext.of(batch)));
    }

    @Override
    public void polled(TweetBatch batch, Map<String, Integer> contexts) {
        polled.put(batch, contexts);
    }

    @Override
    public void committed(String sink, TweetBatch batch, int posts, Instant handedOver) {
        Map<String, Integer> contexts = polled.remove(batch);
        contexts.forEach((header, count) -> commit(sink, BatchContext.ofHeader(header), count, handedOver));
        if (contexts.isEmpty()) {
            commit(sink, BatchContext.of(batch), posts, handedOver);
        }
    }

    private void commit(String sink, SpanContext batch, int posts, Instant handedOver) {
        builder("sink " + sink, posts, handedOver)
                .setParent(parent(batch))
                .setAttribute(SINK, sink)
                .startSpan()
                .end(clock.instant());
    }

    private SpanBuilder builder(String name, long posts, Instant start) {
        return tracer.spanBuilder(name).setStartTimestamp(start).setAttribute(POSTS, posts);
    }

    private static Context parent(SpanContext context) {
        return Context.root().with(Span.wrap(context));
    }

    /** Sends what is left, if the receiver takes it soon. */
    @Override
    public void close() {
        provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
