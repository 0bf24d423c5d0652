package io.hashlake.simulator.feed;

import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.query.QueryParser;
import io.hashlake.simulator.world.Folding;

/**
 * A rule of the filtered stream.
 *
 * @param tag null if it has none
 */
public record SimulatedRule(long id, String value, String tag, ParsedQuery query) {

    public static final int LONGEST = 1024;

    /**
     * A rule that is asked for.
     *
     * @param tag null if it has none
     */
    public record Draft(String value, String tag) {

        /**
         * Parses the rule's value into a query.
         *
         * @throws IllegalArgumentException if X would not take it; says why
         */
        public ParsedQuery query() {
            int length = value.codePointCount(0, value.length());
            if (length == 0 || length > LONGEST) {
                throw new IllegalArgumentException(
                        "a rule has from 1 to " + LONGEST + " characters, this one has " + length);
            }
            return QueryParser.parse(value, Folding.STREAM);
        }
    }
}
