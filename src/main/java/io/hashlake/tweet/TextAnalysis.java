package io.hashlake.tweet;

import java.util.List;
import java.util.Objects;

/**
 * Result of analysing a tweet's text.
 *
 * @param cleanText the text without addresses, mentions, retweet marker, emojis, control and zero-width characters,
 *     with entities unescaped and white space collapsed; case and accents are kept. May be empty
 * @param emojis those of the text, in its order, with repetitions
 * @param language BCP 47 of the text: X's where X knew it, else detected; null where unknown
 * @param sentiment null where there is no lexicon for the language
 */
public record TextAnalysis(String cleanText, List<String> emojis, String language, Sentiment sentiment) {

    public TextAnalysis {
        Objects.requireNonNull(cleanText, "cleanText");
        emojis = List.copyOf(emojis);
    }
}
