package io.hashlake.core;

import java.time.Instant;
import java.util.Objects;

/**
 * An interval in which a source may have missed posts.
 *
 * @param source name of the source
 * @param from first moment that may be missing
 * @param to first moment that is covered again; after {@code from}
 * @param reason why, for a person to read
 */
public record Gap(String source, Instant from, Instant to, String reason) {

    public Gap {
        Origins.require(source);
        Objects.requireNonNull(reason, "reason");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a gap from " + from + " to " + to + " is empty");
        }
    }
}
