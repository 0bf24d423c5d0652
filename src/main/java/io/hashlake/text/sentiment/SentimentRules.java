package io.hashlake.text.sentiment;

/**
 * Rules that make a post's sentiment from its words, in the manner of VADER (Hutto and Gilbert, 2014): each opinion has
 * a strength, which negation reverses, boosters and capitals increase, and contrast shifts; exclamation marks increase
 * the sum.
 */
final class SentimentRules {

    private static final int REACH = 3;
    private static final float NEGATION = -0.74f;
    private static final float CAPITALS = 0.733f;
    private static final float BEFORE_CONTRAST = 0.5f;
    private static final float AFTER_CONTRAST = 1.5f;
    private static final float EXCLAMATION = 0.292f;
    private static final int MAX_EXCLAMATIONS = 4;
    private static final float QUESTION = 0.18f;
    private static final float MANY_QUESTIONS = 0.96f;
    private static final float SPREAD = 15;

    private SentimentRules() {}

    static Opinions opinions(Words words) {
        float[] strengths = new float[words.count];
        for (int i = 0; i < words.count; i++) {
            if (words.is(i, LexiconEntry.OPINION)) {
                strengths[i] = strength(i, words);
            }
        }
        contrast(words, strengths);
        return Opinions.of(strengths, emphasis(words), SPREAD);
    }

    private static float strength(int word, Words words) {
        float strength = LexiconEntry.strength(words.entries[word]);
        if (strength == 0) {
            return 0;
        }
        float sign = Math.signum(strength);
        if (words.capitals[word] && words.mixesCapitals()) {
            strength += sign * CAPITALS;
        }
        strength += sign * boost(word, words);
        return isNegated(word, words) ? strength * NEGATION : strength;
    }

    private static float boost(int word, Words words) {
        float boost = boost(word + 1, word, words);
        for (int distance = 1; distance <= REACH; distance++) {
            boost += boost(word - distance, word, words) * (1.05f - 0.05f * distance);
        }
        return boost;
    }

    private static float boost(int booster, int word, Words words) {
        boolean boosts = isNear(booster, word, words) && words.is(booster, LexiconEntry.BOOSTER);
        return boosts ? LexiconEntry.strength(words.entries[booster]) : 0;
    }

    static boolean isNegated(int word, Words words) {
        for (int i = word - 1; i >= word - REACH && isNear(i, word, words); i--) {
            if (words.is(i, LexiconEntry.NEGATOR)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the other word exists and stands in the same clause. */
    private static boolean isNear(int other, int word, Words words) {
        return other >= 0 && other < words.count && words.clauses[other] == words.clauses[word];
    }

    private static void contrast(Words words, float[] strengths) {
        int contrast = words.count - 1;
        while (contrast > 0 && !words.is(contrast, LexiconEntry.CONTRAST)) {
            contrast--;
        }
        for (int i = 0; contrast > 0 && i < strengths.length; i++) {
            strengths[i] *= i < contrast ? BEFORE_CONTRAST : AFTER_CONTRAST;
        }
    }

    private static float emphasis(Words words) {
        float exclamations = EXCLAMATION * Math.min(words.exclamations, MAX_EXCLAMATIONS);
        if (words.questions < 2) {
            return exclamations;
        }
        return exclamations + (words.questions <= 3 ? QUESTION * words.questions : MANY_QUESTIONS);
    }
}
