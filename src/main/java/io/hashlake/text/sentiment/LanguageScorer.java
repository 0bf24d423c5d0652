package io.hashlake.text.sentiment;

import io.hashlake.text.Tokens;
import io.hashlake.tweet.Sentiment;

/**
 * Tells the sentiment of posts in one language: the rules' opinions and the post's n-grams, weighed by the language's
 * model.
 */
final class LanguageScorer {

    private static final Sentiment NOTHING_SAID = new Sentiment(0, 0, Sentiment.Label.NEUTRAL);
    private static final Sentiment.Label[] LABELS = Sentiment.Label.values();

    private final WordReader reader;
    private final LinearModel model;
    private final LetterVotes letters;

    LanguageScorer(Lexicon lexicon, LinearModel model) {
        this.reader = new WordReader(lexicon);
        this.model = model;
        this.letters = new LetterVotes(model);
    }

    Sentiment score(Tokens text) {
        Words words = reader.read(text);
        return words.count == 0
                ? NOTHING_SAID
                : sentiment(model.probabilities(words, SentimentRules.opinions(words), letters));
    }

    private static Sentiment sentiment(double[] probabilities) {
        double polarity = probabilities[2] - probabilities[0];
        return new Sentiment(rounded(polarity), rounded(1 - probabilities[1]), LABELS[likeliest(probabilities)]);
    }

    private static int likeliest(double[] probabilities) {
        int likeliest = 1;
        for (int label = 0; label < probabilities.length; label++) {
            likeliest = probabilities[label] > probabilities[likeliest] ? label : likeliest;
        }
        return likeliest;
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
