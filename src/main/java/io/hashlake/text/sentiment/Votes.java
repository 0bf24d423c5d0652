package io.hashlake.text.sentiment;

/** Adds up what a post's n-grams say for each label. */
final class Votes implements Features.Sink {

    private final byte[] weights;
    private int words;
    private int wordsNegative;
    private int wordsNeutral;
    private int wordsPositive;
    private int letters;
    private int lettersNegative;
    private int lettersNeutral;
    private int lettersPositive;

    Votes(byte[] weights) {
        this.weights = weights;
    }

    @Override
    public void words(long hash) {
        int at = Hash.slot(hash, LinearModel.SLOTS) * LinearModel.LABELS;
        words++;
        wordsNegative += weights[at];
        wordsNeutral += weights[at + 1];
        wordsPositive += weights[at + 2];
    }

    @Override
    public void letters(long hash) {
        int at = Hash.slot(hash, LinearModel.SLOTS) * LinearModel.LABELS;
        letters++;
        lettersNegative += weights[at];
        lettersNeutral += weights[at + 1];
        lettersPositive += weights[at + 2];
    }

    /**
     * The label's sums, each over the root of how many n-grams there are, so that long posts are not surer than short
     * ones.
     */
    double of(int label) {
        double ofWords = label == 0 ? wordsNegative : label == 1 ? wordsNeutral : wordsPositive;
        double ofLetters = label == 0 ? lettersNegative : label == 1 ? lettersNeutral : lettersPositive;
        return ofWords / Math.sqrt(Math.max(1, words)) + ofLetters / Math.sqrt(Math.max(1, letters));
    }
}
