package io.hashlake.x.json.draft;

import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.x.query.Distinct;
import java.util.function.Function;

/** Entities while they are gathered: each once, in the order in which they came. */
public final class EntitiesDraft {

    private final Distinct<Hashtag> hashtags = new Distinct<>(Hashtag::canonical);
    private final Distinct<String> mentions = new Distinct<>(Function.identity());
    private final Distinct<String> urls = new Distinct<>(Function.identity());
    private final Distinct<String> cashtags = new Distinct<>(Function.identity());
    private final Distinct<String> annotations = new Distinct<>(Function.identity());

    public void addHashtag(Hashtag hashtag) {
        hashtags.add(hashtag);
    }

    public void addMention(String username) {
        mentions.add(username);
    }

    public void addUrl(String url) {
        urls.add(url);
    }

    public void addCashtag(String symbol) {
        cashtags.add(symbol);
    }

    public void addAnnotation(String annotation) {
        annotations.add(annotation);
    }

    public void addHashtagsOf(EntitiesDraft other) {
        hashtags.addAll(other.hashtags);
    }

    public void addAll(EntitiesDraft other) {
        addHashtagsOf(other);
        mentions.addAll(other.mentions);
        urls.addAll(other.urls);
        cashtags.addAll(other.cashtags);
        annotations.addAll(other.annotations);
    }

    public Entities toEntities() {
        return new Entities(
                hashtags.toList(), mentions.toList(), urls.toList(), cashtags.toList(), annotations.toList());
    }
}
