package io.hashlake.api.value;

import java.util.regex.Pattern;

/** A language as X names it. */
public record LanguageTag(String text) {

    static final String ALLOWED = "a language such as pt, en or zh-TW";

    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    /** @throws IllegalArgumentException if it is none */
    public LanguageTag {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }
}
