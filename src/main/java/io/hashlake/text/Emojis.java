package io.hashlake.text;

import java.util.BitSet;

/**
 * Finds emojis as they are seen: with skin tone, as a flag or a keycap, or several joined to one, by the grammar of
 * <a href="https://unicode.org/reports/tr51/#def_emoji_sequence">UTS #51</a>. Blocks that Unicode keeps for emojis count whole,
 * so that next year's are found, too.
 */
final class Emojis {

    /** First and last of each range of signs that are emojis unless {@link Characters#TEXT_SELECTOR} follows. */
    private static final int[] ALWAYS = {
        0x231A, 0x231B, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE, 0x2600, 0x2604, 0x260E, 0x260E,
        0x2611, 0x2611, 0x2614, 0x2615, 0x2618, 0x2618, 0x261D, 0x261D, 0x2620, 0x2620, 0x2622, 0x2623, 0x2626, 0x2626,
        0x262A, 0x262A, 0x262E, 0x262F, 0x2638, 0x263A, 0x2640, 0x2640, 0x2642, 0x2642, 0x2648, 0x2653, 0x265F, 0x2660,
        0x2663, 0x2663, 0x2665, 0x2666, 0x2668, 0x2668, 0x267B, 0x267B, 0x267E, 0x267F, 0x2692, 0x2697, 0x2699, 0x2699,
        0x269B, 0x269C, 0x26A0, 0x26A1, 0x26A7, 0x26A7, 0x26AA, 0x26AB, 0x26B0, 0x26B1, 0x26BD, 0x26BE, 0x26C4, 0x26C5,
        0x26C8, 0x26C8, 0x26CE, 0x26CF, 0x26D1, 0x26D1, 0x26D3, 0x26D4, 0x26E9, 0x26EA, 0x26F0, 0x26F5, 0x26F7, 0x26FA,
        0x26FD, 0x26FD, 0x2702, 0x2702, 0x2705, 0x2705, 0x2708, 0x270D, 0x270F, 0x270F, 0x2712, 0x2712, 0x2714, 0x2714,
        0x2716, 0x2716, 0x271D, 0x271D, 0x2721, 0x2721, 0x2728, 0x2728, 0x2733, 0x2734, 0x2744, 0x2744, 0x2747, 0x2747,
        0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2763, 0x2764, 0x2795, 0x2797, 0x27A1, 0x27A1,
        0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x1F004, 0x1F004, 0x1F0CF,
        0x1F0CF, 0x1F170, 0x1F171, 0x1F17E, 0x1F17F, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F201, 0x1F202, 0x1F21A,
        0x1F21A, 0x1F22F, 0x1F22F, 0x1F232, 0x1F23A, 0x1F250, 0x1F251, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0,
        0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F9FF, 0x1FA70, 0x1FAFF
    };

    /** The same of signs that are emojis only before {@link Characters#EMOJI_SELECTOR}. */
    private static final int[] SELECTED = {
        0xA9, 0xA9, 0xAE, 0xAE, 0x203C, 0x203C, 0x2049, 0x2049, 0x2122, 0x2122, 0x2139, 0x2139, 0x2194, 0x2199, 0x21A9,
        0x21AA, 0x2328, 0x2328, 0x23CF, 0x23CF, 0x23ED, 0x23EF, 0x23F1, 0x23F2, 0x23F8, 0x23FA, 0x24C2, 0x24C2, 0x25AA,
        0x25AB, 0x25B6, 0x25B6, 0x25C0, 0x25C0, 0x25FB, 0x25FC, 0x2934, 0x2935, 0x2B05, 0x2B07, 0x3030, 0x3030, 0x303D,
        0x303D, 0x3297, 0x3297, 0x3299, 0x3299
    };

    private static final BitSet EMOJIS = setOf(ALWAYS);
    private static final BitSet SELECTABLE = setOf(SELECTED);

    private static final int FIRST_FLAG_LETTER = 0x1F1E6;
    private static final int LAST_FLAG_LETTER = 0x1F1FF;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private Emojis() {}

    /** Returns whether an emoji may start with the character: a cheap check that rules out most. */
    static boolean mayStart(int c) {
        return c < 0x80 ? isKeycapBase(c) : c < 0x100 || c >= 0x2000;
    }

    /** Returns the end of the emoji that starts here; the same index if none does. */
    static int end(String text, int start) {
        int end = elementEnd(text, start);
        while (end > start && Characters.at(text, end) == Characters.ZERO_WIDTH_JOINER) {
            int joined = elementEnd(text, end + 1);
            if (joined == end + 1) {
                break;
            }
            end = joined;
        }
        return end;
    }

    /** Returns whether the digit or sign here belongs to a keycap emoji. */
    static boolean isKeycap(String text, int start) {
        int next = Characters.at(text, start + 1);
        return (next == Characters.EMOJI_SELECTOR || next == Characters.KEYCAP) && keycapEnd(text, start) > start;
    }

    private static int elementEnd(String text, int start) {
        int first = Characters.at(text, start);
        if (isKeycapBase(first)) {
            return keycapEnd(text, start);
        }
        if (isFlagLetter(first)) {
            return isFlagLetter(Characters.at(text, start + 2)) ? start + 4 : start;
        }
        int end = start + Character.charCount(first);
        int next = Characters.at(text, end);
        boolean isEmoji = SELECTABLE.get(first)
                ? next == Characters.EMOJI_SELECTOR
                : EMOJIS.get(first) && next != Characters.TEXT_SELECTOR;
        return isEmoji ? modifierEnd(text, end) : start;
    }

    private static int keycapEnd(String text, int start) {
        int end = start + 1;
        if (Characters.at(text, end) == Characters.EMOJI_SELECTOR) {
            end++;
        }
        return Characters.at(text, end) == Characters.KEYCAP ? end + 1 : start;
    }

    /** Selector, skin tone, and the tags that make a flag a region's. */
    private static int modifierEnd(String text, int start) {
        int end = start;
        if (Characters.at(text, end) == Characters.EMOJI_SELECTOR) {
            end++;
        }
        if (Characters.at(text, end) == Characters.KEYCAP) {
            end++;
        }
        if (isSkinTone(Characters.at(text, end))) {
            end += 2;
        }
        while (isTag(Characters.at(text, end))) {
            end += 2;
        }
        return end;
    }

    private static boolean isKeycapBase(int c) {
        return Characters.isAsciiDigit(c) || c == '#' || c == '*';
    }

    private static boolean isFlagLetter(int c) {
        return c >= FIRST_FLAG_LETTER && c <= LAST_FLAG_LETTER;
    }

    private static boolean isSkinTone(int c) {
        return c >= FIRST_SKIN_TONE && c <= LAST_SKIN_TONE;
    }

    private static boolean isTag(int c) {
        return c >= FIRST_TAG && c <= LAST_TAG;
    }

    private static BitSet setOf(int[] bounds) {
        BitSet set = new BitSet();
        for (int i = 0; i < bounds.length; i += 2) {
            set.set(bounds[i], bounds[i + 1] + 1);
        }
        return set;
    }
}
