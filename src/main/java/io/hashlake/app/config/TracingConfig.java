package io.hashlake.app.config;

import java.net.URI;
import java.util.Optional;

/** Traces of batches. */
public interface TracingConfig {

    /** Address that takes traces by OTLP over HTTP, such as `http://collector:4318/v1/traces`. Without it, nothing is traced. */
    Optional<URI> endpoint();
}
