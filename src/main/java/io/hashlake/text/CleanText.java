package io.hashlake.text;

import io.hashlake.text.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of a post without the parts that matter only to X.
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

    /** @param plain tokens of a {@link PlainText} */
    static CleanText of(Tokens plain) {
        Cleaning cleaning = new Cleaning(plain.text());
        for (int token = 0; token < plain.count(); token++) {
            cleaning.take(plain.kind(token), plain.start(token), plain.end(token));
        }
        return new CleanText(cleaning.text(), cleaning.emojis);
    }

    private static final class Cleaning {

        private final String plain;
        private final StringBuilder clean = new StringBuilder();
        /** Start of the current run: a part of the text that is copied unchanged. */
        private int runStart;

        private int runEnd;
        private List<String> emojis = List.of();
        private Kind before;
        private int endBefore;
        private boolean wasTakenOut;

        Cleaning(String plain) {
            this.plain = plain;
        }

        String text() {
            String run = plain.substring(runStart, runEnd);
            return clean.isEmpty() ? run : clean.append(run).toString();
        }

        void take(Kind kind, int start, int end) {
            boolean isTakenOut = isForX(kind) || isSuperfluous(kind, start, end);
            if (kind == Kind.EMOJI) {
                addEmoji(plain.substring(start, end));
            } else if (kind == Kind.HASHTAG) {
                addHashtag(start, end);
            } else if (!isTakenOut) {
                add(start, end, isApart(start));
            }
            before = kind;
            endBefore = end;
            wasTakenOut = isTakenOut;
        }

        private static boolean isForX(Kind kind) {
            return kind == Kind.URL || kind == Kind.MENTION || kind == Kind.EMOJI;
        }

        private boolean isSuperfluous(Kind kind, int start, int end) {
            return switch (kind) {
                case WORD -> isRetweetMarker(start, end);
                case PUNCTUATION -> before == Kind.MENTION && start == endBefore && isColonOrComma(start, end);
                default -> false;
            };
        }

        private void addHashtag(int start, int end) {
            boolean isOpened = runEnd > runStart && OPENING.indexOf(plain.charAt(runEnd - 1)) >= 0;
            add(start + 1, end, isApart(start) || !isOpened);
        }

        /** Returns whether anything stands between the previous token and this one. */
        private boolean isApart(int start) {
            return start > endBefore || wasTakenOut;
        }

        private void add(int start, int end, boolean isApart) {
            boolean goesOn = isApart ? start == runEnd + 1 && plain.charAt(runEnd) == ' ' : start == runEnd;
            if (!goesOn || runEnd == runStart) {
                endRun(isApart && runEnd > runStart);
                runStart = start;
            }
            runEnd = end;
        }

        private void endRun(boolean withSpace) {
            clean.append(plain.substring(runStart, runEnd));
            if (withSpace) {
                clean.append(' ');
            }
        }

        private void addEmoji(String emoji) {
            if (emojis.isEmpty()) {
                emojis = new ArrayList<>();
            }
            emojis.add(emoji);
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
