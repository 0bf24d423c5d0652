package io.hashlake.text;

import java.util.Objects;

/**
 * A piece of a text that means something by itself.
 *
 * @param text as it stands in the text, with {@code #} or {@code @} where it has one; never empty
 */
public record Token(String text, Kind kind) {

    /** What a token is. */
    public enum Kind {
        /** Letters, with digits, and with apostrophes, hyphens and underscores inside: {@code don't}, {@code bem-vindo}. */
        WORD,
        /** {@code #} and what follows it: letters, digits and underscores, at least one letter. */
        HASHTAG,
        /** {@code @} and a user name, with a list's name where there is one. */
        MENTION,
        /** An address, with or without {@code https://}. */
        URL,
        /** One emoji as it is seen, of however many characters. */
        EMOJI,
        /** A face of punctuation and letters: {@code :-)}, {@code <3}, {@code xD}. */
        EMOTICON,
        /** Digits, with points, commas and colons inside: {@code 1,000.50}, {@code 10:30}. */
        NUMBER,
        /** Any other sign; the same sign several times in a row is one token: {@code !!!}. */
        PUNCTUATION
    }

    public Token {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a token has at least one character");
        }
        Objects.requireNonNull(kind, "kind");
    }
}
