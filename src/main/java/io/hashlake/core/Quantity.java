package io.hashlake.core;

import java.util.Locale;
import java.util.Objects;

/**
 * Number of things as a sentence has it: 1 post, 1,234 posts, 2 copies.
 *
 * @param noun in the singular, with a regular plural
 */
public record Quantity(long number, String noun) {

    public Quantity {
        Objects.requireNonNull(noun, "noun");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural());
    }

    /** Returns it, or nothing where there is none. */
    public String orEmpty() {
        return number == 0 ? "" : toString();
    }

    private String plural() {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
