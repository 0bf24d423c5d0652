package io.hashlake.x;

import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import java.util.function.Function;

/** Entities while they are gathered: each once, in the order in which they came. */
final class EntitiesDraft {

    private final Distinct<Hashtag> hashtags = new Distinct<>(Hashtag::canonical);
    private final Distinct<String> mentions = new Distinct<>(Function.identity());
    private final Distinct<String> urls = new Distinct<>(Function.identity());
    private final Distinct<String> cashtags = new Distinct<>(Function.identity());
    private final Distinct<String> annotations = new Distinct<>(Function.identity());

    void addHashtag(Hashtag hashtag) {
        hashtags.add(hashtag);
    }

    void addMention(String username) {
        mentions.add(username);
    }

    void addUrl(String url) {
        urls.add(url);
    }

    void addCashtag(String symbol) {
        cashtags.add(symbol);
    }

    void addAnnotation(String annotation) {
        annotations.add(annotation);
    }

    void addHashtagsOf(EntitiesDraft other) {
        hashtags.addAll(other.hashtags);
    }

    void addAll(EntitiesDraft other) {
        addHashtagsOf(other);
        mentions.addAll(other.mentions);
        urls.addAll(other.urls);
        cashtags.addAll(other.cashtags);
        annotations.addAll(other.annotations);
    }

    Entities toEntities() {
        return new Entities(
                hashtags.toList(), mentions.toList(), urls.toList(), cashtags.toList(), annotations.toList());
    }
}
