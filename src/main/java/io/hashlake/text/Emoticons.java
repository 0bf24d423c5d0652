package io.hashlake.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds faces of punctuation and letters: eyes, perhaps a tear and a nose, and a mouth; the same mirrored; and well-known others. */
final class Emoticons {

    private static final String EYES = ":;=";
    private static final String NOSES = "-^~o";
    private static final String BRACKETS = ")(][}{";

    /** Mouths that, beside a letter or digit, are more often something else. */
    private static final String MOUTHS = "DPpOoSsbcXx03/\\|*@$<>#&L";

    private static final String MIRRORED_MOUTHS = "()[]DdCc";

    /** By the first character, the longest first. */
    private static final Map<Character, List<String>> OTHERS = Arrays.stream(
                    ("</3 <3 ^_^ ^-^ ^.^ ^^ -_- -.- >_< >.< o_o o_O O_o O_O o.O O.o T_T T.T u_u u.u U_U ;_; \\o/ \\o o/ xD XD "
                                    + "xDD XDD XP xP *-* *_* *.* n_n ¬¬ ¬_¬ ¯\\_(ツ)_/¯ >:( >:) >:D >:/ 8) 8-) 8D B) B-)")
                            .split(" "))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.groupingBy(face -> face.charAt(0)));

    private Emoticons() {}

    /** Returns the end of the emoticon that starts here; the same index if none does. */
    static int end(String text, int start) {
        boolean isFree = !Characters.isLetterOrDigit(Characters.before(text, start));
        char first = text.charAt(start);
        if (EYES.indexOf(first) >= 0) {
            int end = faceEnd(text, start, isFree);
            if (end > start) {
                return end;
            }
        }
        if (!isFree) {
            return start;
        }
        int end = MIRRORED_MOUTHS.indexOf(first) >= 0 ? mirroredEnd(text, start) : start;
        return end > start ? end : otherEnd(text, start, first);
    }

    private static int faceEnd(String text, int start, boolean isFree) {
        int mouth = start + 1;
        if (Characters.at(text, mouth) == '\'') {
            mouth++;
        }
        if (NOSES.indexOf(Characters.at(text, mouth)) >= 0
                && isMouth(Characters.at(text, mouth + 1), text.charAt(start))) {
            mouth++;
        }
        int c = Characters.at(text, mouth);
        if (!isMouth(c, text.charAt(start))) {
            return start;
        }
        int end = runEnd(text, mouth);
        boolean endsFree = !Characters.isLetterOrDigit(Characters.at(text, end));
        boolean counts = BRACKETS.indexOf(c) >= 0 ? isFree || endsFree : isFree && endsFree;
        return counts && !(c == '/' && end > mouth + 1) ? end : start;
    }

    /**
     * Returns whether the character is a mouth for these eyes. Only a colon goes with every mouth: {@code =>} and
     * {@code ;0} are no faces.
     */
    private static boolean isMouth(int c, char eyes) {
        if (BRACKETS.indexOf(c) >= 0) {
            return true;
        }
        return eyes == ':' ? MOUTHS.indexOf(c) >= 0 : "DPp/\\|".indexOf(c) >= 0;
    }

    private static int mirroredEnd(String text, int start) {
        int eyes = start + 1;
        if (NOSES.indexOf(Characters.at(text, eyes)) >= 0) {
            eyes++;
        }
        if (Characters.at(text, eyes) == '\'') {
            eyes++;
        }
        int end = eyes + 1;
        return EYES.indexOf(Characters.at(text, eyes)) >= 0 && isEndOrSpace(text, end) ? end : start;
    }

    private static int otherEnd(String text, int start, char first) {
        for (String face : OTHERS.getOrDefault(first, List.of())) {
            if (text.startsWith(face, start)) {
                int end = face.endsWith("3") || face.endsWith(")")
                        ? runEnd(text, start + face.length() - 1)
                        : start + face.length();
                return Characters.isLetterOrDigit(Characters.at(text, end)) ? start : end;
            }
        }
        return start;
    }

    private static boolean isEndOrSpace(String text, int index) {
        return index >= text.length() || Characters.isSpace(text.codePointAt(index));
    }

    private static int runEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) {
            end++;
        }
        return end;
    }
}
