package io.hashlake.text;

import java.util.Arrays;

/**
 * Any text, taken apart. White space, control and invisible characters and half characters (lone surrogates) belong to no
 * token; everything else belongs to exactly one. Tokens stay where they are in the text: for most of them, where they begin and
 * end says enough.
 */
public final class Tokens {

    /** Kind of a token. */
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

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final String text;
    private Kind[] kinds;
    private int[] starts;
    private int[] ends;
    private int count;

    private Tokens(String text) {
        this.text = text;
        int expected = 8 + text.length() / CHARACTERS_PER_TOKEN;
        this.kinds = new Kind[expected];
        this.starts = new int[expected];
        this.ends = new int[expected];
    }

    /** The text's tokens, in its order. */
    public static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        TokenScanner scanner = new TokenScanner(text);
        while (scanner.next()) {
            tokens.add(scanner.kind(), scanner.start(), scanner.end());
        }
        return tokens;
    }

    private void add(Kind kind, int start, int end) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count++] = end;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    public int count() {
        return count;
    }

    public Kind kind(int token) {
        return kinds[token];
    }

    /** Index of the token's first character in the text: its {@code #} or {@code @} where it has one. */
    public int start(int token) {
        return starts[token];
    }

    /** Index after the token's last character; greater than its start. */
    public int end(int token) {
        return ends[token];
    }

    /** Returns the token as written in the text. */
    public String text(int token) {
        return text.substring(starts[token], ends[token]);
    }
}
