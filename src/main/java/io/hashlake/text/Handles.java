package io.hashlake.text;

/** Finds mentions and hashtags by X's rules, which {@code twitter-text} describes. */
final class Handles {

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_LIST = 25;
    private static final String NEVER_BEFORE_MENTION = "_!#$%&*@＠";
    /** Signs that a hashtag may hold beside letters, marks and digits. */
    private static final String INSIDE_HASHTAG =
            "_\u200C\u200D\uA67E\u05BE\u05F3\u05F4\uFF5E\u301C\u309B\u309C\u30A0\u30FB\u3003\u0F0B\u0F0C\u00B7";

    private Handles() {}

    /** Returns the end of the mention that starts with this {@code @}; the same index if none does. */
    static int mentionEnd(String text, int start) {
        int before = Characters.before(text, start);
        boolean mayStart = NEVER_BEFORE_MENTION.indexOf(before) < 0 && !Characters.isAsciiLetterOrDigit(before);
        if (!mayStart && !isAfterRetweetMarker(text, start)) {
            return start;
        }
        int end = nameEnd(text, start + 1);
        if (end == start + 1 || !mayEnd(text, end)) {
            return start;
        }
        return listEnd(text, end);
    }

    /** Returns the end of the hashtag that starts with this {@code #}; the same index if none does. */
    static int hashtagEnd(String text, int start) {
        int before = Characters.before(text, start);
        if (before == '&' || isInHashtag(before)) {
            return start;
        }
        int end = start + 1;
        boolean hasLetter = false;
        while (end < text.length() && isInHashtag(text.codePointAt(end)) && !isOnKeycap(text, end)) {
            int c = text.codePointAt(end);
            hasLetter |= Characters.isLetter(c);
            end += Character.charCount(c);
        }
        int after = Characters.at(text, end);
        return hasLetter && after != '#' && after != '＃' && !text.startsWith("://", end) ? end : start;
    }

    /** {@code RT@user} is a mention, though a letter stands before it. */
    private static boolean isAfterRetweetMarker(String text, int start) {
        return start >= 2
                && text.regionMatches(true, start - 2, "RT", 0, 2)
                && !Characters.isLetterOrDigit(Characters.before(text, start - 2));
    }

    private static int nameEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end - start > LONGEST_NAME ? start : end;
    }

    private static boolean mayEnd(String text, int end) {
        int after = Characters.at(text, end);
        boolean isAccented = after >= '\u00C0' && after <= '\u036F' && Characters.isLetter(after);
        return after != '@' && after != '＠' && !isAccented && !text.startsWith("://", end);
    }

    private static int listEnd(String text, int start) {
        if (Characters.at(text, start) != '/' || !Characters.isAsciiLetter(Characters.at(text, start + 1))) {
            return start;
        }
        int end = start + 1;
        int most = Math.min(text.length(), end + LONGEST_LIST);
        while (end < most && (isNamePart(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(char c) {
        return Characters.isAsciiLetterOrDigit(c) || c == '_';
    }

    /** An emoji, which ends a hashtag. */
    private static boolean isOnKeycap(String text, int index) {
        return Characters.isAsciiDigit(text.charAt(index)) && Emojis.isKeycap(text, index);
    }

    private static boolean isInHashtag(int c) {
        return Characters.isLetterOrDigit(c) || c != 0 && INSIDE_HASHTAG.indexOf(c) >= 0;
    }
}
