package io.hashlake.x.json.draft;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Tweet;
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
public final class TweetDraft {

    /** Fields copied to the tweet as read. */
    public final Tweet.Builder post = Tweet.builder();

    public long id = Ids.NONE;
    public long authorId = Ids.NONE;
    public User author;
    public Instant createdAt;
    public String text;
    public String longText;
    public EntitiesDraft entities;
    public EntitiesDraft longEntities;
    public List<Reference> references = List.of();
    /** The retweeted tweet, where the payload has it inside this one. */
    public TweetDraft inlinedOriginal;

    public long conversationId = Ids.NONE;
    public long inReplyToUserId = Ids.NONE;
    public Place place;
    public Withheld withheld;
    public Set<String> topics = Set.of();
    /** Keys of attached media. */
    public List<String> media = List.of();

    public long retweets = Metrics.UNKNOWN;
    public long replies = Metrics.UNKNOWN;
    public long likes = Metrics.UNKNOWN;
    public long quotes = Metrics.UNKNOWN;
    public long bookmarks = Metrics.UNKNOWN;
    public long impressions = Metrics.UNKNOWN;

    /** True if the object has fields that only tweets and messages have: a line may hold other things. */
    public boolean isTweet;
    /** True if the object is a direct message, whose text makes it look like a tweet. */
    public boolean isMessage;
    /** True if the object has no fields, which is how some exporters write a missing value. */
    public boolean isEmpty = true;
    /** Start of the object in the input, in bytes. */
    public long start;

    public long end;

    private Map<String, String> defects = Map.of();

    /** Remembers the first thing that is wrong with a part without which there is no tweet. */
    public void reject(String part, String reason) {
        if (defects.isEmpty()) {
            defects = new LinkedHashMap<>();
        }
        defects.putIfAbsent(part, reason);
    }

    /** Forgets what was wrong with a part that another field gives, too. */
    public void accept(String part) {
        if (!defects.isEmpty()) {
            defects.remove(part);
        }
    }

    /** Returns the defects, keyed by the missing part without which there is no tweet. */
    public Map<String, String> defects() {
        return defects;
    }

    /** A way of referring that is not known yet is passed over. */
    public void addReference(String type, TweetDraft referred) {
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

    public void addReference(Reference.Type type, long tweetId) {
        if (references.isEmpty()) {
            references = new ArrayList<>(2);
        }
        references.add(new Reference(type, tweetId));
    }

    public void addTopic(String topic) {
        if (topics.isEmpty()) {
            topics = new LinkedHashSet<>();
        }
        topics.add(topic);
    }

    public void addMedium(String key) {
        if (media.isEmpty()) {
            media = new ArrayList<>(2);
        }
        media.add(key);
    }

    public boolean isPost() {
        return isTweet && !isMessage;
    }

    /** The whole text; null where not given. */
    public String wholeText() {
        return longText != null ? longText : text;
    }

    public boolean hasEntities() {
        return entities != null || longEntities != null;
    }

    /** Everything marked up in the whole text: only a long post's own entities reach its end. */
    public EntitiesDraft allEntities() {
        if (longEntities == null) {
            return entities == null ? new EntitiesDraft() : entities;
        }
        if (entities != null) {
            longEntities.addAll(entities);
        }
        return longEntities;
    }

    public Metrics metrics() {
        return new Metrics(retweets, replies, likes, quotes, bookmarks, impressions);
    }
}
