package io.hashlake.warehouse.analytics;

import io.hashlake.tweet.Network;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Filter for listed posts; a null or empty part does not narrow.
 *
 * @param hashtags canonical forms; a post carries any of them
 * @param text words, that is runs of letters and digits, in letters of any case; all of them occur in the post's text
 * @param phrase words that occur in the post's text one after the other, compared as {@code text} is
 * @param author user name without {@code @}, in letters of any case
 * @param language as {@link PostView#language}
 * @param sentiment negative, neutral or positive
 * @param network as {@link Network#id} names it
 * @param before only posts whose (time, id) come before this position; null for the newest
 */
public record PostFilter(
        List<String> hashtags,
        String text,
        String phrase,
        String author,
        String language,
        String sentiment,
        String network,
        Instant from,
        Instant to,
        Position before) {

    private static final Set<String> SENTIMENTS = Set.of("negative", "neutral", "positive");

    /** End of a page: the last post's time and id. */
    public record Position(Instant createdAt, long id) {

        public Position {
            Limits.moment(createdAt);
        }
    }

    /** @throws IllegalArgumentException if the period is empty, a limit is exceeded, or no such sentiment or network exists */
    public PostFilter {
        hashtags = Limits.hashtags(hashtags);
        text = Limits.optional("text", text);
        phrase = Limits.optional("phrase", phrase);
        author = Limits.optional("author", author);
        language = Limits.optional("language", language);
        sentiment = Limits.optional("sentiment", sentiment);
        requireWords(text);
        requireWords(phrase);
        if (sentiment != null && !SENTIMENTS.contains(sentiment)) {
            throw new IllegalArgumentException(
                    "the sentiment '" + sentiment + "' is not negative, neutral or positive");
        }
        if (network != null) {
            Network.of(network);
        }
        if (from != null && to != null) {
            Limits.period(from, to);
        } else {
            List.of(Objects.requireNonNullElse(from, Instant.EPOCH), Objects.requireNonNullElse(to, Instant.EPOCH))
                    .forEach(Limits::moment);
        }
    }

    /** Without a phrase, on any network. */
    public PostFilter(
            List<String> hashtags,
            String text,
            String author,
            String language,
            String sentiment,
            Instant from,
            Instant to,
            Position before) {
        this(hashtags, text, null, author, language, sentiment, null, from, to, before);
    }

    /** The same posts, as far as this phrase is in their texts. */
    public PostFilter withPhrase(String other) {
        return new PostFilter(hashtags, text, other, author, language, sentiment, network, from, to, before);
    }

    /** Those of the same posts that are of this network; null for all. */
    public PostFilter on(String other) {
        return new PostFilter(hashtags, text, phrase, author, language, sentiment, other, from, to, before);
    }

    /** The same posts from behind the last one of a page. */
    public PostFilter after(PostView last) {
        return new PostFilter(
                hashtags,
                text,
                phrase,
                author,
                language,
                sentiment,
                network,
                from,
                to,
                new Position(last.createdAt(), last.id()));
    }

    private static void requireWords(String text) {
        if (text != null && text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("the text to look for has no letter or digit in it");
        }
    }
}
