package io.hashlake.text;

import io.hashlake.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What people said, without what only X needs.
 *
 * <p>Addresses, mentions (with the colon or comma that directly follows), the {@code RT} of a repost and emojis are taken out;
 * each leaves white space, and white space becomes one space. A hashtag stays as the word that it is, without its {@code #}:
 * it often is part of the sentence. Case, accents, punctuation, numbers and emoticons stay.
 *
 * @param text may be empty
 * @param emojis in the order of the text
 */
record CleanText(String text, List<String> emojis) {

    /** Signs after which a hashtag's word may stand without a space. */
    private static final String OPENING = "([{\"'“‘«¿¡";

    /** @param plain see {@link PlainText} */
    static CleanText of(String plain) {
        Cleaning cleaning = new Cleaning(plain);
        TokenScanner tokens = new TokenScanner(plain);
        while (tokens.next()) {
            cleaning.take(tokens.kind(), tokens.start(), tokens.end());
        }
        return new CleanText(cleaning.clean.toString(), cleaning.emojis);
    }

    private static final class Cleaning {

        private final String plain;
        private final StringBuilder clean;
        private List<String> emojis = List.of();
        private Kind before;
        private int endBefore;

        Cleaning(String plain) {
            this.plain = plain;
            this.clean = new StringBuilder(plain.length());
        }

        void take(Kind kind, int start, int end) {
            switch (kind) {
                case URL, MENTION -> {}
                case EMOJI -> addEmoji(plain.substring(start, end));
                case HASHTAG -> addHashtag(start, end);
                case WORD -> addUnless(isRetweetMarker(start, end), start, end);
                case PUNCTUATION ->
                    addUnless(before == Kind.MENTION && start == endBefore && isColonOrComma(start, end), start, end);
                default -> add(start, end);
            }
            before = kind;
            endBefore = end;
        }

        private void addUnless(boolean isSuperfluous, int start, int end) {
            if (!isSuperfluous) {
                add(start, end);
            }
        }

        private void add(int start, int end) {
            boolean isApart = start > endBefore || isTakenOut(before);
            if (isApart && clean.length() > 0) {
                addSpace();
            }
            clean.append(plain, start, end);
        }

        private void addHashtag(int start, int end) {
            if (clean.length() > 0 && OPENING.indexOf(clean.charAt(clean.length() - 1)) < 0) {
                addSpace();
            }
            add(start + 1, end);
        }

        private void addSpace() {
            if (clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        }

        private void addEmoji(String emoji) {
            if (emojis.isEmpty()) {
                emojis = new ArrayList<>();
            }
            emojis.add(emoji);
        }

        private static boolean isTakenOut(Kind kind) {
            return kind == Kind.URL || kind == Kind.MENTION || kind == Kind.EMOJI;
        }

        private boolean isColonOrComma(int start, int end) {
            char c = plain.charAt(start);
            return end == start + 1 && (c == ':' || c == ',');
        }

        /** {@code RT}, in whatever case, before a mention. */
        private boolean isRetweetMarker(int start, int end) {
            if (end != start + 2 || !plain.regionMatches(true, start, "RT", 0, 2)) {
                return false;
            }
            int next = end;
            while (next < plain.length() && (plain.charAt(next) == ' ' || plain.charAt(next) == ':')) {
                next++;
            }
            int c = Characters.at(plain, next);
            return (c == '@' || c == '＠') && Handles.mentionEnd(plain, next) > next;
        }
    }
}
