package io.hashlake.app.http;

import io.hashlake.app.config.HttpConfig;
import io.hashlake.core.Mistakes;
import java.time.Duration;

/**
 * Time that a client has for its side of an exchange.
 *
 * @param head for request line and headers, from the connection's opening or the first byte after an idle time
 * @param body for the body, from the end of the headers
 * @param idle between a response and the next request
 */
public record HttpDeadlines(Duration head, Duration body, Duration idle) {

    /** @throws IllegalArgumentException if one is out of its range */
    public HttpDeadlines {
        new Mistakes()
                .unlessSecond("head-timeout", head)
                .unlessSecond("body-timeout", body)
                .unlessSecond("idle-timeout", idle)
                .refuse();
    }

    /** @throws IllegalArgumentException if one is out of its range */
    public static HttpDeadlines of(HttpConfig config) {
        return new HttpDeadlines(config.headTimeout(), config.bodyTimeout(), config.idleTimeout());
    }
}
