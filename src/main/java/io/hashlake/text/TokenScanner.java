package io.hashlake.text;

import io.hashlake.text.Token.Kind;

/** Walks over a text's tokens without taking them out of it. */
final class TokenScanner {

    private static final String NUMBER_JOINTS = ".,:/";
    private static final String WORD_JOINTS = "'’-_";
    private static final int ASCII = 0x80;

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
            if (scan(text.codePointAt(start))) {
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
        return takes(Kind.EMOJI, mayBeEmoji(c) ? Emojis.end(text, start) : start) || scanText(c);
    }

    private boolean scanText(int c) {
        if (Characters.isSpace(c) || Characters.isInvisible(c)) {
            end = start + Character.charCount(c);
            return false;
        }
        if (Characters.isLetterOrDigit(c)) {
            return takes(Kind.URL, c < ASCII ? Urls.end(text, start) : start)
                    || takes(Kind.EMOTICON, c < ASCII ? Emoticons.end(text, start) : start)
                    || (Characters.isDigit(c) && takes(Kind.NUMBER, numberEnd()))
                    || takes(Kind.WORD, wordEnd());
        }
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

    private static boolean mayBeEmoji(int c) {
        return c < ASCII ? Characters.isAsciiDigit(c) || c == '#' || c == '*' : c < 0x100 || c >= 0x2000;
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
