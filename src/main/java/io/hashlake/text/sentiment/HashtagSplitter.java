package io.hashlake.text.sentiment;

import java.util.Arrays;

/**
 * Finds the words that a hashtag is put together of: by capitals, digits and underscores, else by the words of a
 * language.
 */
final class HashtagSplitter {

    private static final int LONGEST_WORD = 16;
    private static final int LONGEST_HASHTAG = 40;
    private static final int IMPOSSIBLE = 1 << 20;

    private final Lexicon lexicon;

    HashtagSplitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Returns the end of the part that starts here, as far as the spelling shows: {@code TheVoice_BR2} has four parts.
     */
    static int partEnd(String text, int start, int hashtagEnd) {
        int end = start + 1;
        while (end < hashtagEnd && !startsPart(text, end, hashtagEnd)) {
            end++;
        }
        return end;
    }

    private static boolean startsPart(String text, int index, int hashtagEnd) {
        char before = text.charAt(index - 1);
        char here = text.charAt(index);
        if (here == '_' || before == '_' || Character.isDigit(here) != Character.isDigit(before)) {
            return true;
        }
        boolean nextIsSmall = index + 1 < hashtagEnd && Character.isLowerCase(text.charAt(index + 1));
        return Character.isUpperCase(here) && (Character.isLowerCase(before) || nextIsSmall);
    }

    /**
     * Returns the ends of the fewest known words that the letters can be split into; only the end of all if they
     * cannot.
     */
    int[] wordEnds(char[] letters, int from, int to) {
        int length = to - from;
        Cuts cuts = new Cuts(new int[length + 1], new int[length + 1]);
        Arrays.fill(cuts.words, 1, length + 1, IMPOSSIBLE);
        for (int start = 0; start < length && length <= LONGEST_HASHTAG; start++) {
            if (cuts.words[start] < IMPOSSIBLE) {
                extend(cuts, start, letters, from);
            }
        }
        return cuts.words[length] < IMPOSSIBLE ? cuts.ends(from) : new int[] {to};
    }

    /** Puts every known word that starts here after the best cut so far. */
    private void extend(Cuts cuts, int start, char[] letters, int from) {
        long hash = Hash.START;
        int furthest = Math.min(cuts.words.length - 1, start + LONGEST_WORD);
        for (int end = start + 1; end <= furthest; end++) {
            hash = Hash.step(hash, letters[from + end - 1]);
            if (cuts.words[start] + 1 < cuts.words[end] && lexicon.entry(hash) != 0) {
                cuts.words[end] = cuts.words[start] + 1;
                cuts.starts[end] = start;
            }
        }
    }

    /**
     * Best split of each prefix.
     *
     * @param words by number of letters, the least number of words
     * @param starts by number of letters, where the last of those words starts
     */
    private record Cuts(int[] words, int[] starts) {

        int[] ends(int from) {
            int end = words.length - 1;
            int[] ends = new int[words[end]];
            for (int i = ends.length - 1; i >= 0; i--) {
                ends[i] = from + end;
                end = starts[end];
            }
            return ends;
        }
    }
}
