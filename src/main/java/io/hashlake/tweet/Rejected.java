package io.hashlake.tweet;

import java.time.Instant;
import java.util.Objects;

/**
 * One piece of input that could not be parsed or stored for a reason of its own, as the dead letter keeps it.
 *
 * @param at when it was rejected
 * @param origin whose input it was
 * @param stage where it failed
 * @param reason what is wrong with it, for a person to read
 * @param payload the input as received, or as much of it as is kept
 */
public record Rejected(Instant at, String origin, Stage stage, String reason, String payload) {

    /** Where in the pipeline an input failed. */
    public enum Stage {
        PARSE,
        LAKE,
        WAREHOUSE
    }

    public Rejected {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(payload, "payload");
    }
}
