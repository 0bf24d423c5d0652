package io.hashlake.app.http;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The HTTP server, whatever it serves. Responses may take as long as they need. */
@ConfigMapping(prefix = "hashlake.http")
public interface HttpConfig {

    /** Time for a client to send request line and headers, a second or more; then its connection is closed. */
    @WithDefault("10s")
    @DurationRange(min = "1s")
    Duration headTimeout();

    /** Time for a client to send the body of a request, a second or more; then it is answered 408. */
    @WithDefault("30s")
    @DurationRange(min = "1s")
    Duration bodyTimeout();

    /** Time for which a connection stays open between two requests, a second or more; longer than a proxy keeps it, usually a minute. */
    @WithDefault("75s")
    @DurationRange(min = "1s")
    Duration idleTimeout();
}
