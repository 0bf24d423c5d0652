package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The HTTP server, whatever it serves. Responses may take as long as they need. */
public interface HttpConfig {

    /** Time for a client to send request line and headers, a second or more; then its connection is closed. */
    @WithDefault("10s")
    Duration headTimeout();

    /** Time for a client to send the body of a request, a second or more; then it is answered 408. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** Time for which a connection stays open between two requests, a second or more; longer than a proxy keeps it, usually a minute. */
    @WithDefault("75s")
    Duration idleTimeout();
}
