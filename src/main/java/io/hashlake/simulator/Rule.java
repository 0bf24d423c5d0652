package io.hashlake.simulator;

/**
 * A rule of the filtered stream.
 *
 * @param tag null if it has none
 */
record Rule(long id, String value, String tag, Query query) {

    static final int LONGEST = 1024;

    /**
     * A rule that is asked for.
     *
     * @param tag null if it has none
     */
    record Draft(String value, String tag) {

        /**
         * What it looks for.
         *
         * @throws IllegalArgumentException if X would not take it; says why
         */
        Query query() {
            int length = value.codePointCount(0, value.length());
            if (length == 0 || length > LONGEST) {
                throw new IllegalArgumentException(
                        "a rule has from 1 to " + LONGEST + " characters, this one has " + length);
            }
            return QueryParser.parse(value, Folding.STREAM);
        }
    }
}
