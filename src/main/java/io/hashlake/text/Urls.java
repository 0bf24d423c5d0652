package io.hashlake.text;

import com.twitter.twittertext.TldLists;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds addresses. With {@code http://} everything up to the next white space is one; without, a host name whose last label is a
 * top-level domain, as X links them: that of a country only where a path follows, since {@code obrigado.me} is a missing space.
 */
final class Urls {

    private static final Set<String> GENERIC = new HashSet<>(TldLists.GTLDS);
    private static final Set<String> COUNTRIES = new HashSet<>(TldLists.CTLDS);

    private static final String NEVER_INSIDE = "<>\"“”«»‘’（）【】「」『』、。，！？；：";
    private static final String NEVER_LAST = ".,;:!?'…*_~|¡¿";
    private static final int LONGEST_LABEL = 63;

    private Urls() {}

    /** Returns the end of the address that starts here; the same index if none does. */
    static int end(String text, int start) {
        int host = afterProtocol(text, start);
        if (host > start) {
            int end = untilSpace(text, host);
            return end > host && Characters.isLetterOrDigit(Characters.at(text, host)) ? end : start;
        }
        return isPossibleStart(text, start) ? bareEnd(text, start) : start;
    }

    private static int afterProtocol(String text, int start) {
        int c = text.charAt(start) | 0x20;
        if (c != 'h' || !text.regionMatches(true, start, "http", 0, 4)) {
            return start;
        }
        int end = start + 4;
        if (end < text.length() && (text.charAt(end) | 0x20) == 's') {
            end++;
        }
        return text.startsWith("://", end) ? end + 3 : start;
    }

    private static boolean isPossibleStart(String text, int start) {
        int before = Characters.before(text, start);
        return before != '@' && before != '.' && before != '$' && before != '#';
    }

    private static int bareEnd(String text, int start) {
        int label = start;
        int end = labelEnd(text, start);
        int labels = 1;
        while (end > label && hasLabelAfterPoint(text, end)) {
            label = end + 1;
            end = labelEnd(text, label);
            labels++;
        }
        if (labels == 1 || end == label || Characters.isLetterOrDigit(Characters.at(text, end))) {
            return start;
        }
        boolean hasPath =
                Characters.at(text, end) == '/' && Characters.isAsciiLetterOrDigit(Characters.at(text, end + 1));
        boolean isCertain = text.regionMatches(true, start, "www.", 0, 4) || labels > 2;
        if (Characters.at(text, end) == '@' || !isDomain(text.substring(label, end), hasPath || isCertain)) {
            return start;
        }
        return hasPath ? untilSpace(text, end) : end;
    }

    private static boolean hasLabelAfterPoint(String text, int end) {
        return Characters.at(text, end) == '.' && Characters.isAsciiLetterOrDigit(Characters.at(text, end + 1));
    }

    private static int labelEnd(String text, int start) {
        int end = start;
        int most = Math.min(text.length(), start + LONGEST_LABEL);
        while (end < most
                && (Characters.isAsciiLetterOrDigit(text.charAt(end)) || end > start && text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private static boolean isDomain(String label, boolean orCountry) {
        String lower = label.toLowerCase(Locale.ROOT);
        return GENERIC.contains(lower) || orCountry && COUNTRIES.contains(lower);
    }

    private static int untilSpace(String text, int start) {
        int end = start;
        int open = 0;
        while (end < text.length() && isInside(text.codePointAt(end))) {
            int c = text.codePointAt(end);
            open += c == '(' ? 1 : 0;
            if (c == ')' && --open < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        while (end > start && NEVER_LAST.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isInside(int c) {
        return !Characters.isSpace(c)
                && !Characters.isInvisible(c)
                && NEVER_INSIDE.indexOf(c) < 0
                && !Character.isIdeographic(c)
                && Character.getType(c) != Character.OTHER_SYMBOL;
    }
}
