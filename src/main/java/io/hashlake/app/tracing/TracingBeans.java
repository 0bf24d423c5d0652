package io.hashlake.app.tracing;

import io.hashlake.core.BatchTracer;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the tracer, where there is an endpoint for it. */
public final class TracingBeans {

    @Produces
    @Singleton
    BatchTracer tracer(TracingConfig config, Clock clock) {
        return config.endpoint()
                .<BatchTracer>map(endpoint -> new OtlpTracer(endpoint, clock))
                .orElse(BatchTracer.NONE);
    }

    void close(@Disposes BatchTracer tracer) {
        if (tracer instanceof OtlpTracer otlp) {
            otlp.close();
        }
    }
}
