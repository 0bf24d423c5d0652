package io.hashlake.text.sentiment;

/**
 * Opinions that the rules found in a post.
 *
 * @param strengths of each word, 0 of one that is neither good nor bad
 * @param polarity from -1 to 1
 * @param subjectivity from 0 to 1: how much of the post its opinions are
 * @param praise sum of the good words' strengths
 * @param blame sum of the bad words' strengths, as a positive number
 */
record Opinions(float[] strengths, float polarity, float subjectivity, float praise, float blame) {

    /** @param emphasis is added to the sum's amount; spread is how slowly the polarity nears 1 as the sum grows */
    static Opinions of(float[] strengths, float emphasis, float spread) {
        float praise = 0;
        float blame = 0;
        int indifferent = 0;
        for (float strength : strengths) {
            praise += Math.max(strength, 0);
            blame += Math.max(-strength, 0);
            indifferent += strength == 0 ? 1 : 0;
        }
        float sum = praise - blame;
        sum += Math.signum(sum) * emphasis;
        float opinion = praise + blame;
        float subjectivity = opinion == 0 ? 0 : opinion / (opinion + indifferent);
        return new Opinions(strengths, (float) (sum / Math.sqrt(sum * sum + spread)), subjectivity, praise, blame);
    }
}
