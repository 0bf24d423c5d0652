package io.hashlake.api.value;

/** Words to look for. */
public record SearchWords(String text) {

    static final String ALLOWED = "words with letters or digits, 1 to 200 characters";

    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException if there are none in it, or too many */
    public SearchWords {
        storable(text);
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    /** The text, if PostgreSQL can store it. */
    static String storable(String text) {
        boolean isStorable =
                text.codePoints().allMatch(point -> point != 0 && Character.getType(point) != Character.SURROGATE);
        if (text.isBlank() || text.length() > LONGEST || !isStorable) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return text;
    }
}
