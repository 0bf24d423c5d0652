package io.hashlake.api.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An author's user name, without {@code @}. */
public record UserName(String text) {

    static final String ALLOWED = "a user name with or without @: letters, digits and _ . : @ -, up to 100";

    private static final Pattern FORM = Pattern.compile("@?([A-Za-z0-9_][A-Za-z0-9_.:@-]{0,99})");

    static UserName of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return new UserName(form.group(1));
    }
}
