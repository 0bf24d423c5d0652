package io.hashlake.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/** A text as its author saw it: without HTML's tags and escapes, and without what is not seen at all. */
final class PlainText {

    private static final int LONGEST_TAG = 2_000;

    /**
     * X escapes what authors write, so a tag that stands there unescaped is some older system's. Only names that HTML has count,
     * so that {@code a <b and c> d} and {@code <3} stay. Looking no further than a tag is long keeps the time linear.
     */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:(?:a|abbr|b|em|font|i|s|small|span|strong|u)|(br|div|img|li|p|ul|blockquote))(?:\\s[^<>]{0,"
                    + LONGEST_TAG + "})?/?>",
            Pattern.CASE_INSENSITIVE);

    /** Escapes with a semicolon only: in {@code ?a=1&copy=2} nothing is escaped. */
    private static final Pattern ESCAPE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private PlainText() {}

    /** The text itself where there is nothing to do. */
    static String of(String text) {
        return withoutInvisible(unescaped(withoutTags(text)));
    }

    private static String withoutTags(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        return TAG.matcher(text).replaceAll(tag -> tag.group(1) == null ? "" : " ");
    }

    private static String unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(HtmlEscape.unescapeHtml(escape.group())));
    }

    private static String withoutInvisible(String text) {
        int visible = visibleEnd(text);
        if (visible == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int c = Characters.at(text, at);
            int end = Emojis.mayStart(c) ? Emojis.end(text, at) : at;
            end = Math.max(end, at + Character.charCount(c));
            if (Characters.isInvisible(c)) {
                kept.append(text.substring(from, at));
                from = end;
            }
            at = end;
        }
        return kept.append(text.substring(from)).toString();
    }

    /** Index of the first character that is not seen. */
    private static int visibleEnd(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = Characters.at(text, at);
            if (Characters.isInvisible(c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
