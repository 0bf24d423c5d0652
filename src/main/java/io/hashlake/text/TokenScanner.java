package io.hashlake.text;

import io.hashlake.text.Tokens.Kind;

/** Walks over a text's tokens without taking them out of it. */
final class TokenScanner {

    private static final String NUMBER_JOINTS = ".,:/";
    private static final String WORD_JOINTS = "'’-_";
    private static final int ASCII = 0x80;

    /** An address goes on with one of them after what would be its first word. */
    private static final String ADDRESS_JOINTS = ".:-";

    /** {@code o_o} has three. */
    private static final int MAX_LETTERS_OF_FACE = 3;

    private final String text;
    private int start;
    private int end;
    private Kind kind;

    TokenScanner(String text) {
        this.text = text;
    }

    /** Goes to the next token, if there is one. */
    boolean next() {
        while (end < text.length()) {
            start = end;
            if (scan(Characters.at(text, start))) {
                return true;
            }
        }
        return false;
    }

    /** Index of the token's first character. */
    int start() {
        return start;
    }

    /** Index after the token's last character. */
    int end() {
        return end;
    }

    Kind kind() {
        return kind;
    }

    /** Takes what starts here; false if it is no part of a token. */
    private boolean scan(int c) {
        if (c == ' ') {
            end = start + 1;
            return false;
        }
        return takes(Kind.EMOJI, Emojis.mayStart(c) ? Emojis.end(text, start) : start) || scanText(c);
    }

    private boolean scanText(int c) {
        if (Characters.isSpace(c) || Characters.isInvisible(c)) {
            end = start + Character.charCount(c);
            return false;
        }
        if (Characters.isLetter(c)) {
            return scanWord(c < ASCII, wordEnd());
        }
        return Characters.isDigit(c) ? scanDigits(c < ASCII) : scanSign(c);
    }

    /** Scans a word, the most frequent token; the character that ends it rules out most other kinds. */
    private boolean scanWord(boolean isAscii, int wordEnd) {
        boolean mayBeUrl = isAscii && ADDRESS_JOINTS.indexOf(Characters.at(text, wordEnd)) >= 0;
        boolean mayBeEmoticon = isAscii && wordEnd - start <= MAX_LETTERS_OF_FACE;
        return takes(Kind.URL, mayBeUrl ? Urls.end(text, start) : start)
                || takes(Kind.EMOTICON, mayBeEmoticon ? Emoticons.end(text, start) : start)
                || takes(Kind.WORD, wordEnd);
    }

    private boolean scanDigits(boolean isAscii) {
        return takes(Kind.URL, isAscii ? Urls.end(text, start) : start)
                || takes(Kind.EMOTICON, isAscii ? Emoticons.end(text, start) : start)
                || takes(Kind.NUMBER, numberEnd())
                || takes(Kind.WORD, wordEnd());
    }

    private boolean scanSign(int c) {
        return takes(Kind.MENTION, c == '@' || c == '＠' ? Handles.mentionEnd(text, start) : start)
                || takes(Kind.HASHTAG, c == '#' || c == '＃' ? Handles.hashtagEnd(text, start) : start)
                || takes(Kind.EMOTICON, Emoticons.end(text, start))
                || takes(Kind.PUNCTUATION, runEnd(c));
    }

    private boolean takes(Kind found, int foundEnd) {
        if (foundEnd == start) {
            return false;
        }
        kind = found;
        end = foundEnd;
        return true;
    }

    /** No number where letters follow the digits: {@code 2nd} is a word. */
    private int numberEnd() {
        int at = start;
        while (isDigit(at)) {
            at += Character.charCount(Characters.at(text, at));
            if (NUMBER_JOINTS.indexOf(Characters.at(text, at)) >= 0 && isDigit(at + 1)) {
                at++;
            }
        }
        return Characters.isLetter(Characters.at(text, at)) ? start : at;
    }

    private int wordEnd() {
        int at = start;
        int c = Characters.at(text, at);
        while (isInWord(c, at) || at > start && isJoint(c, at)) {
            at += Character.charCount(c);
            c = Characters.at(text, at);
        }
        return at;
    }

    private boolean isJoint(int c, int at) {
        return WORD_JOINTS.indexOf(c) >= 0 && isInWord(Characters.at(text, at + 1), at + 1);
    }

    private boolean isInWord(int c, int at) {
        return Characters.isLetter(c) || isDigit(at);
    }

    /** A digit on a keycap is an emoji. */
    private boolean isDigit(int at) {
        return Characters.isDigit(Characters.at(text, at)) && !Emojis.isKeycap(text, at);
    }

    private int runEnd(int c) {
        int at = start;
        while (Characters.at(text, at) == c) {
            at += Character.charCount(c);
        }
        return at;
    }
}
