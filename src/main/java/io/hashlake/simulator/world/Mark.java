package io.hashlake.simulator.world;

/**
 * Entity marked up in a text.
 *
 * @param start first code point
 * @param end code point after the last
 * @param value tag, user name, expanded address, symbol or name of a place
 */
public record Mark(Type type, int start, int end, String value) {

    /** Type of a mark; its name is that of X's list of such entities. */
    public enum Type {
        HASHTAGS("tag"),
        MENTIONS("username"),
        URLS("expanded_url"),
        CASHTAGS("tag"),
        ANNOTATIONS("normalized_text");

        private final String key;

        Type(String key) {
            this.key = key;
        }

        /** Returns X's name for the value. */
        public String key() {
            return key;
        }
    }
}
