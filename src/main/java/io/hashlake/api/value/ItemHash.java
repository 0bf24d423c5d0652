package io.hashlake.api.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** Hash that is the key of an item. */
public record ItemHash(String text) {

    static final String ALLOWED = "the hash of an item, 64 hexadecimal digits";

    private static final Pattern FORM = Pattern.compile("\\p{XDigit}{64}");

    static ItemHash of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return new ItemHash(text.toLowerCase(Locale.ROOT));
    }
}
