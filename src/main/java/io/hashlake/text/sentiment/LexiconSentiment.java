package io.hashlake.text.sentiment;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.hashlake.text.SentimentScorer;
import io.hashlake.text.Tokens;
import io.hashlake.tweet.Sentiment;
import java.util.Map;
import java.util.Set;

/**
 * The sentiment of posts in English, Portuguese and Spanish: published lexicons, rules in the manner of VADER, and a small
 * linear model for each language. docs/sentiment.md tells how, and how well.
 */
public final class LexiconSentiment implements SentimentScorer {

    /** The languages that have a lexicon, ISO 639-1. */
    public static final Set<String> LANGUAGES = Set.of("en", "pt", "es");

    private final Map<String, LanguageScorer> scorers;

    private LexiconSentiment(Map<String, LanguageScorer> scorers) {
        this.scorers = scorers;
    }

    /**
     * Reads lexicons and models from the class path, which takes some tenths of a second.
     *
     * @throws IllegalStateException if one is not there
     */
    public static LexiconSentiment load() {
        return new LexiconSentiment(
                LANGUAGES.stream().collect(toUnmodifiableMap(language -> language, LexiconSentiment::scorer)));
    }

    private static LanguageScorer scorer(String language) {
        LinearModel model = LinearModel.read(ClassPathFile.bytes("sentiment/" + language + ".model"));
        return new LanguageScorer(LexiconReader.read(language), model);
    }

    @Override
    public Sentiment score(Tokens text, String language) {
        LanguageScorer scorer = language == null ? null : scorers.get(language);
        return scorer == null ? null : scorer.score(text);
    }
}
