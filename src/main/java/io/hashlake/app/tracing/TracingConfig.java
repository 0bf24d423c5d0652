package io.hashlake.app.tracing;

import io.hashlake.core.config.HttpAddress;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Traces of batches. */
@ConfigMapping(prefix = "hashlake.tracing")
public interface TracingConfig {

    /** Address that takes traces by OTLP over HTTP, such as `http://collector:4318/v1/traces`. Without it, nothing is traced. */
    Optional<@HttpAddress URI> endpoint();
}
