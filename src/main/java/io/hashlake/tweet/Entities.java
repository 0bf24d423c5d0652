package io.hashlake.tweet;

import java.util.List;

/**
 * Entities marked up in a tweet's text, in the order of the text.
 *
 * @param hashtags every hashtag, once each by its canonical form
 * @param mentions user names without {@code @}
 * @param urls expanded addresses where X gave them
 * @param cashtags symbols without {@code $}
 * @param annotations what X recognised, as {@code Type:text}
 */
public record Entities(
        List<Hashtag> hashtags,
        List<String> mentions,
        List<String> urls,
        List<String> cashtags,
        List<String> annotations) {

    /** Entities of a payload that did not list them. A payload that listed none has an object of its own. */
    public static final Entities NONE = new Entities(List.of(), List.of(), List.of(), List.of(), List.of());

    public Entities {
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
        urls = List.copyOf(urls);
        cashtags = List.copyOf(cashtags);
        annotations = List.copyOf(annotations);
    }

    /** Returns whether the payload listed the text's entities, even if there were none. Not stored. */
    public boolean areGiven() {
        return this != NONE;
    }

    /** The same, with these hashtags instead. */
    public Entities withHashtags(List<Hashtag> others) {
        return new Entities(others, mentions, urls, cashtags, annotations);
    }
}
