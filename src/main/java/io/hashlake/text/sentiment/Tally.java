package io.hashlake.text.sentiment;

/** Counts of what the rules found in a post. */
final class Tally {

    /** Number of features per post. */
    static final int NUMBERS = 24;
    /** The first feature that describes how the post is written. */
    private static final int STYLE = 15;

    private int good;
    private int bad;
    private int goodSigns;
    private int badSigns;
    private int negators;
    private int boosters;
    private float best;
    private float worst;
    private float first;
    private float last;

    private Tally(Words words, float[] strengths) {
        for (int i = 0; i < words.count; i++) {
            negators += words.is(i, LexiconEntry.NEGATOR) ? 1 : 0;
            boosters += words.is(i, LexiconEntry.BOOSTER) ? 1 : 0;
            count(strengths[i], words.isSign(i) ? 1 : 0);
        }
    }

    private void count(float strength, int sign) {
        if (strength > 0) {
            good++;
            goodSigns += sign;
        } else if (strength < 0) {
            bad++;
            badSigns += sign;
        } else {
            return;
        }
        best = Math.max(best, strength);
        worst = Math.min(worst, strength);
        first = first == 0 ? strength : first;
        last = strength;
    }

    /** The post in numbers, none much greater than 2. */
    static float[] numbers(Words words, Opinions opinions) {
        Tally tally = new Tally(words, opinions.strengths());
        float[] numbers = new float[NUMBERS];
        tally.opinions(numbers, opinions, (float) Math.sqrt(1 + words.count));
        style(numbers, words);
        return numbers;
    }

    private void opinions(float[] numbers, Opinions opinions, float size) {
        float[] found = {
            1,
            opinions.polarity(),
            opinions.praise() / size,
            opinions.blame() / size,
            best / 3,
            worst / 3,
            last / 3,
            first / 3,
            Math.min(good, 4) / 2f,
            Math.min(bad, 4) / 2f,
            good + bad == 0 ? 1 : 0,
            Math.min(goodSigns, 2),
            Math.min(badSigns, 2),
            Math.min(negators, 2),
            Math.min(boosters, 3) / 2f
        };
        System.arraycopy(found, 0, numbers, 0, STYLE);
    }

    private static void style(float[] numbers, Words words) {
        float[] found = {
            Math.min(words.exclamations, 3) / 2f,
            words.questions > 0 ? 1 : 0,
            words.links > 0 ? 1 : 0,
            words.mentions > 0 ? 1 : 0,
            Math.min(words.hashtags, 3) / 2f,
            Math.min(words.elongated, 2),
            words.mixesCapitals() ? 1 : 0,
            words.plainWords == 0 && words.capitalWords > 1 ? 1 : 0,
            Math.min(words.count, 40) / 20f
        };
        System.arraycopy(found, 0, numbers, STYLE, NUMBERS - STYLE);
    }
}
