package io.hashlake.text.sentiment;

import io.hashlake.text.Tokens;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the models have to beat. */
final class Baselines {

    /** A post as the lexicon and the rules see it. */
    private record Judged(double polarity, int label) {}

    /** Between which polarities, both excluded, a post is neutral. */
    private record Thresholds(double negative, double positive) {

        int label(double polarity) {
            return polarity <= negative ? 0 : polarity >= positive ? 2 : 1;
        }
    }

    private final String language;
    private final WordReader reader;

    Baselines(String language) {
        this.language = language;
        this.reader = new WordReader(LexiconReader.read(language));
    }

    /** The same label for all: every label is as frequent as the others, so it does not matter which. */
    Confusion trivial() {
        Confusion confusion = new Confusion();
        Umsab.posts(language, "val").forEach(post -> confusion.add(post.label(), 1));
        return confusion;
    }

    /** The sign of the sum of the lexicon's strengths. */
    Confusion plainLexicon() {
        return confusion(judged("val", Baselines::sum), new Thresholds(-1e-6, 1e-6));
    }

    /** The rules' polarity, with thresholds that are the best for train. */
    Confusion rules() {
        List<Judged> train =
                judged("train", words -> SentimentRules.opinions(words).polarity());
        return confusion(judged("val", words -> SentimentRules.opinions(words).polarity()), best(train));
    }

    private List<Judged> judged(String part, ToDoubleFunction<Words> polarity) {
        return Umsab.posts(language, part).stream()
                .map(post -> new Judged(polarity.applyAsDouble(reader.read(Tokens.of(post.text()))), post.label()))
                .toList();
    }

    private static double sum(Words words) {
        double sum = 0;
        for (int i = 0; i < words.count; i++) {
            sum += words.is(i, LexiconEntry.OPINION) ? LexiconEntry.strength(words.entries[i]) : 0;
        }
        return sum;
    }

    private static Thresholds best(List<Judged> posts) {
        Thresholds best = new Thresholds(0, 0);
        double most = 0;
        for (int negative = -18; negative <= 6; negative++) {
            for (int positive = negative + 1; positive < 19; positive++) {
                Thresholds thresholds = new Thresholds(negative * 0.05, positive * 0.05);
                double f1 = confusion(posts, thresholds).macroF1();
                best = f1 > most ? thresholds : best;
                most = Math.max(most, f1);
            }
        }
        return best;
    }

    private static Confusion confusion(List<Judged> posts, Thresholds thresholds) {
        Confusion confusion = new Confusion();
        posts.forEach(post -> confusion.add(post.label, thresholds.label(post.polarity)));
        return confusion;
    }
}
