package io.hashlake.api.response;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that a terminal shows as what it is: nothing in it moves the cursor, changes colours, turns the order of letters or hides. */
final class TerminalText {

    private static final Pattern UNSAFE = Pattern.compile("[\\\\\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** First code points of what takes two columns, by Unicode's East_Asian_Width or as an emoji, each followed by the first after it. */
    private static final int[] WIDE = {
        0x1100, 0x1160, 0x231A, 0x231C, 0x23E9, 0x23ED, 0x23F0, 0x23F1, 0x23F3, 0x23F4, 0x25FD, 0x25FF, 0x2614, 0x2616,
        0x2648, 0x2654, 0x267F, 0x2680, 0x2693, 0x2694, 0x26A1, 0x26A2, 0x26AA, 0x26AC, 0x26BD, 0x26BF, 0x26C4, 0x26C6,
        0x26CE, 0x26CF, 0x26D4, 0x26D5, 0x26EA, 0x26EB, 0x26F2, 0x26F4, 0x26F5, 0x26F6, 0x26FA, 0x26FB, 0x26FD, 0x26FE,
        0x2705, 0x2706, 0x270A, 0x270C, 0x2728, 0x2729, 0x274C, 0x274D, 0x274E, 0x274F, 0x2753, 0x2756, 0x2757, 0x2758,
        0x2795, 0x2798, 0x27B0, 0x27B1, 0x27BF, 0x27C0, 0x2B1B, 0x2B1D, 0x2B50, 0x2B51, 0x2B55, 0x2B56, 0x2E80, 0x303F,
        0x3041, 0xA4D0, 0xA960, 0xA980, 0xAC00, 0xD7A4, 0xF900, 0xFB00, 0xFE30, 0xFE70, 0xFF01, 0xFF61, 0xFFE0, 0xFFE7,
        0x16FE0, 0x18E00, 0x1AFF0, 0x1B300, 0x1F18E, 0x1F18F, 0x1F191, 0x1F19B, 0x1F1E6, 0x1F266, 0x1F300, 0x1F650,
        0x1F680, 0x1F700, 0x1F7E0, 0x1F7F1, 0x1F900, 0x1FB00, 0x20000, 0x3FFFE
    };

    private TerminalText() {}

    /** The text in one line, with everything that is unsafe as the escape that PostgreSQL's {@code E'…'} takes. */
    static String of(String text) {
        return UNSAFE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(escape(found.group())));
    }

    private static String escape(String unsafe) {
        int point = unsafe.codePointAt(0);
        return switch (point) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> (point > 0xFFFF ? "\\U%08X" : "\\u%04X").formatted(point);
        };
    }

    /** Returns how many columns of a terminal it takes. */
    static int width(String safe) {
        return safe.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        int bound = Arrays.binarySearch(WIDE, point);
        boolean isWide = (bound >= 0 ? bound : -bound - 2) % 2 == 0;
        return isWide ? 2 : 1;
    }
}
