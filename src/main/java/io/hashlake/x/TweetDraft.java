package io.hashlake.x;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tweet while it is read: its fields as they came, in any order, and what is wrong with them. */
final class TweetDraft {

    long id = Ids.NONE;
    long authorId = Ids.NONE;
    User author;
    Instant createdAt;
    String text;
    String longText;
    String language;
    String client;
    EntitiesDraft entities;
    EntitiesDraft longEntities;
    List<Reference> references = List.of();
    /** The retweeted tweet, where the payload has it inside this one. */
    TweetDraft inlinedOriginal;

    long conversationId = Ids.NONE;
    long inReplyToUserId = Ids.NONE;
    boolean possiblySensitive;
    Place place;
    List<Long> editHistory = List.of();
    Withheld withheld;
    Set<String> topics = Set.of();
    long retweets = Metrics.UNKNOWN;
    long replies = Metrics.UNKNOWN;
    long likes = Metrics.UNKNOWN;
    long quotes = Metrics.UNKNOWN;
    long bookmarks = Metrics.UNKNOWN;
    long impressions = Metrics.UNKNOWN;

    /** Whether it has what only tweets and messages have: a line may hold other things. */
    boolean isTweet;
    /** Whether it is a direct message, whose text makes it look like a tweet. */
    boolean isMessage;
    /** Whether it has no field at all, which is how some exporters write that there is nothing. */
    boolean isEmpty = true;
    /** Where it lies in the input, in bytes. */
    long start;

    long end;

    private Map<String, String> defects = Map.of();

    /** Remembers the first thing that is wrong with a part without which there is no tweet. */
    void reject(String part, String reason) {
        if (defects.isEmpty()) {
            defects = new LinkedHashMap<>();
        }
        defects.putIfAbsent(part, reason);
    }

    /** Forgets what was wrong with a part that another field gives, too. */
    void accept(String part) {
        if (!defects.isEmpty()) {
            defects.remove(part);
        }
    }

    /** What is wrong, by the part without which there is no tweet. */
    Map<String, String> defects() {
        return defects;
    }

    /** A way of referring that is not known yet is passed over. */
    void addReference(String type, TweetDraft referred) {
        switch (type) {
            case "retweeted" -> {
                addReference(Reference.Type.RETWEETED, referred.id);
                inlinedOriginal = referred;
            }
            case "quoted" -> addReference(Reference.Type.QUOTED, referred.id);
            case "replied_to" -> addReference(Reference.Type.REPLIED_TO, referred.id);
            default -> {}
        }
    }

    void addReference(Reference.Type type, long tweetId) {
        if (references.isEmpty()) {
            references = new ArrayList<>(2);
        }
        references.add(new Reference(type, tweetId));
    }

    void addTopic(String topic) {
        if (topics.isEmpty()) {
            topics = new LinkedHashSet<>();
        }
        topics.add(topic);
    }

    /** The whole text; null where not given. */
    String wholeText() {
        return longText != null ? longText : text;
    }

    boolean hasEntities() {
        return entities != null || longEntities != null;
    }

    /** Everything marked up in the whole text: only a long post's own entities reach its end. */
    EntitiesDraft allEntities() {
        if (longEntities == null) {
            return entities == null ? new EntitiesDraft() : entities;
        }
        if (entities != null) {
            longEntities.addAll(entities);
        }
        return longEntities;
    }

    Metrics metrics() {
        return new Metrics(retweets, replies, likes, quotes, bookmarks, impressions);
    }
}
