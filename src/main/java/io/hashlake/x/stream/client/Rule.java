package io.hashlake.x.stream.client;

import java.util.Objects;

/**
 * A rule of the filtered stream.
 *
 * @param id given by X; null for a rule that X does not have yet
 * @param value what it matches, in X's query language
 * @param tag what its owner calls it; empty where it has none
 */
public record Rule(String id, String value, String tag) {

    public Rule {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(tag, "tag");
    }

    /** A rule that X does not have yet. */
    public static Rule of(String value, String tag) {
        return new Rule(null, value, tag);
    }
}
