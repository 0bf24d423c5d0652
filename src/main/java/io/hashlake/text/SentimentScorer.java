package io.hashlake.text;

import io.hashlake.tweet.Sentiment;

/** Tells the sentiment of a text; may be asked by several threads at once. */
public interface SentimentScorer {

    /** Knows no language. */
    SentimentScorer NONE = (text, language) -> null;

    /**
     * The sentiment of a text.
     *
     * @param text entities unescaped and invisible characters taken out; addresses, mentions, hashtags and emojis still in it
     * @param language ISO 639 in lower case, two letters where there is such a code; never null
     * @return null where there is no lexicon for the language
     */
    Sentiment score(Tokens text, String language);
}
