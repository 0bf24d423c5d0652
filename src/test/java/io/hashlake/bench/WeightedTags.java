package io.hashlake.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Hashtags that occur in proportion to their weights.
 *
 * @param sums of the weights up to each hashtag
 */
record WeightedTags(List<String> tags, double[] sums) {

    /** Zipf's law: the n-th of all hashtags occurs in proportion to 1/n. */
    static WeightedTags zipf(List<String> tags) {
        return among(tags, tags);
    }

    /** Some of all hashtags, each as often as among all. */
    static WeightedTags among(List<String> some, List<String> all) {
        double[] sums =
                some.stream().mapToDouble(tag -> 1.0 / (1 + all.indexOf(tag))).toArray();
        Arrays.parallelPrefix(sums, Double::sum);
        return new WeightedTags(some, sums);
    }

    double weight() {
        return sums[sums.length - 1];
    }

    String pick(Random random) {
        double at = random.nextDouble() * weight();
        return tags.get(IntStream.range(0, sums.length)
                .filter(i -> sums[i] > at)
                .findFirst()
                .orElse(0));
    }
}
