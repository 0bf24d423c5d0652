package io.hashlake.text.sentiment;

/**
 * Entry of a lexicon for a word or phrase, in one int: its roles, and in the lower half its strength in thousandths.
 */
final class LexiconEntry {

    /** Turns what follows around: not. */
    static final int NEGATOR = 1 << 16;
    /** Strengthens or weakens what follows, or precedes it: very, hardly. */
    static final int BOOSTER = 1 << 17;
    /** Gives more weight to the words that follow than to those before: but. */
    static final int CONTRAST = 1 << 18;
    /** Good or bad by itself. */
    static final int OPINION = 1 << 19;
    /** A phrase begins with it. */
    static final int BEGINS_PHRASE = 1 << 20;
    /** A word of the language, of which hashtags may be put together. */
    static final int COMMON = 1 << 21;

    private LexiconEntry() {}

    static int of(int role, double strength) {
        return role | (int) Math.round(strength * 1000) & 0xFFFF;
    }

    static float strength(int entry) {
        return (short) entry / 1000f;
    }

    static boolean has(int entry, int role) {
        return (entry & role) != 0;
    }

    /** Both sets of roles, with the later one's strength where it has one. */
    static int merge(int former, int later) {
        boolean tells = has(later, OPINION | BOOSTER);
        int roles = (former | later) & ~0xFFFF;
        if (tells) {
            roles &= ~(OPINION | BOOSTER) | later;
        }
        return roles | (tells ? later : former) & 0xFFFF;
    }
}
