package io.hashlake.core;

import io.hashlake.tweet.Tweet;
import java.time.Instant;
import java.util.Objects;

/**
 * One piece of input that could not be parsed or stored for a reason of its own, as the dead letter keeps it: either a
 * payload of which no tweet could be made, or a tweet.
 *
 * @param at when it was rejected
 * @param origin whose input it was
 * @param stage where it failed
 * @param reason what is wrong with it, for a person to read
 * @param payload the input as received, or as much of it as is kept; null where {@code tweet} is not
 * @param tweet what could not be stored; null where {@code payload} is not
 */
public record Rejected(Instant at, String origin, Stage stage, String reason, String payload, Tweet tweet) {

    /**
     * Stage of the pipeline at which an input failed: parsing, the bus, or the sink of that name.
     *
     * @param id its name in dead letters and as a label
     */
    public record Stage(String id) {

        public static final Stage PARSE = new Stage("parse");
        public static final Stage BUS = new Stage("bus");

        public Stage {
            if (!id.matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException(
                        "'" + id + "' cannot name a stage: use small letters, digits and hyphens");
            }
        }
    }

    public Rejected {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        if ((payload == null) == (tweet == null)) {
            throw new IllegalArgumentException("what is rejected is either a payload or a tweet");
        }
    }

    /** Input of which no tweet could be made. */
    public Rejected(Instant at, String origin, Stage stage, String reason, String payload) {
        this(at, origin, stage, reason, payload, null);
    }

    /** A tweet that could not be stored. */
    public Rejected(Instant at, String origin, Stage stage, String reason, Tweet tweet) {
        this(at, origin, stage, reason, null, tweet);
    }
}
