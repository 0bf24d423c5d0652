package io.hashlake.text;

import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;

/** Reads out of a tweet's text what can be read out of it. May be used by several threads at once. */
public final class TextAnalyzer {

    private final LanguageDetector detector;
    private final SentimentScorer scorer;

    /** @param detector asked where X does not know the language */
    public TextAnalyzer(LanguageDetector detector, SentimentScorer scorer) {
        this.detector = detector;
        this.scorer = scorer;
    }

    /** Cleaned text, emojis, language and sentiment. */
    public TextAnalysis analyse(Tweet tweet) {
        Tokens plain = Tokens.of(PlainText.of(tweet.text()));
        CleanText clean = CleanText.of(plain);
        String language = language(tweet, clean);
        Sentiment sentiment = language == null ? null : scorer.score(plain, language);
        return new TextAnalysis(clean.text(), clean.emojis(), language, sentiment);
    }

    private String language(Tweet tweet, CleanText clean) {
        String given = LanguageCodes.of(tweet.language());
        return given == null ? detector.detect(clean.text()) : given;
    }
}
