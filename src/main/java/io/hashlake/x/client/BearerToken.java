package io.hashlake.x.client;

import java.util.regex.Pattern;

/** The secret with which an app authenticates. Only requests contain it, never logs or messages. */
public record BearerToken(String value) {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");

    public BearerToken {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("bearer-token is blank: set the one from X's developer console");
        }
        if (!VISIBLE_ASCII.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "bearer-token holds a space, a control character or a letter outside ASCII: copy it again");
        }
    }

    /** The text without the token, should a server have echoed it. */
    public String redact(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "BearerToken[***]";
    }
}
