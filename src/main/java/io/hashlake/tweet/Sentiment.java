package io.hashlake.tweet;

import java.util.Locale;
import java.util.Objects;

/**
 * The sentiment of a text.
 *
 * @param polarity from −1, wholly negative, to 1, wholly positive
 * @param subjectivity from 0, which states facts, to 1, which states opinions
 * @param label what the polarity amounts to
 */
public record Sentiment(double polarity, double subjectivity, Label label) {

    /** Label for a text's sentiment. */
    public enum Label {
        NEGATIVE,
        NEUTRAL,
        POSITIVE;

        /** Its name in tables and answers. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Sentiment {
        requireWithin("polarity", polarity, -1, 1);
        requireWithin("subjectivity", subjectivity, 0, 1);
        Objects.requireNonNull(label, "label");
    }

    private static void requireWithin(String name, double value, double least, double most) {
        boolean within = value >= least && value <= most;
        if (!within) {
            throw new IllegalArgumentException(name + " is " + value + ", but goes from " + least + " to " + most);
        }
    }
}
