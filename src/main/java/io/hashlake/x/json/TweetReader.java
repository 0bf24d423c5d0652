package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.Interner;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads a tweet in either vocabulary. */
final class TweetReader extends DraftReader {

    private static final String[] NAME = {"name"};

    private final FieldOrder note = new FieldOrder("a long text");
    private final FieldOrder metrics = new FieldOrder("public_metrics");
    private final FieldOrder reference = new FieldOrder("a reference");
    private final FieldOrder topic = new FieldOrder("a context annotation");
    private final FieldOrder domain = new FieldOrder("a domain");
    private final FieldOrder entity = new FieldOrder("an entity");
    private final Interner<String> interner;
    private final EntityReader entities;
    private final UserReader users;
    private final PlaceReader places;
    private final MediaReader media = new MediaReader();

    TweetReader(Interner<String> interner, UserReader users, PlaceReader places) {
        super("a post");
        this.interner = interner;
        this.entities = new EntityReader();
        this.users = users;
        this.places = places;
    }

    @Override
    void readStrictly(JsonParser json, String field, TweetDraft draft) throws IOException, UnusableValueException {
        switch (field) {
            case "id" -> draft.id = JsonValues.id(json, field);
            case "text" -> {
                draft.isTweet = true;
                draft.text = JsonValues.text(json, field);
            }
            case "note_tweet", "note_post" -> JsonValues.object(json, note, part -> readNote(json, part, draft));
            case "author_id" -> {
                draft.isTweet = true;
                draft.authorId = JsonValues.id(json, field);
            }
            case "event_type" -> draft.isMessage = true;
            case "author", "author_user" -> draft.author = users.read(json);
            case "created_at" -> draft.createdAt = JsonValues.time(json, field);
            case "lang" -> draft.post.language(JsonValues.interned(json, field, interner));
            case "source" -> draft.post.client(JsonValues.interned(json, field, interner));
            case "conversation_id" -> draft.conversationId = JsonValues.id(json, field);
            case "in_reply_to_user_id" -> draft.inReplyToUserId = JsonValues.id(json, field);
            case "possibly_sensitive" -> draft.post.possiblySensitive(JsonValues.flag(json, field));
            case "paid_partnership" -> draft.post.paidPartnership(JsonValues.optionalFlag(json, field));
            case "community_id" -> draft.post.communityId(Ids.orNull(JsonValues.id(json, field)));
            case "reply_settings" -> draft.post.replySettings(JsonValues.interned(json, field, interner));
            case "public_metrics" -> JsonValues.object(json, metrics, metric -> readMetric(json, metric, draft));
            case "entities" -> draft.entities = entities.read(json);
            case "geo" -> draft.place = places.read(json);
            case "attachments" -> media.readAttachments(json, draft);
            case "withheld" -> draft.withheld = WithheldReader.read(json);
            case "edit_history_tweet_ids", "edit_history_post_ids" -> draft.post.editHistory(sortedIds(json, field));
            case "context_annotations" -> JsonValues.array(json, field, () -> readTopic(json, draft));
            case "referenced_tweets", "referenced_posts" ->
                JsonValues.array(json, field, () -> readReference(json, draft));
            default -> json.skipChildren();
        }
    }

    private void readNote(JsonParser json, String part, TweetDraft draft) throws IOException, UnusableValueException {
        switch (part) {
            case "text" -> draft.longText = JsonValues.text(json, part);
            case "entities" -> draft.longEntities = entities.read(json);
            default -> json.skipChildren();
        }
    }

    private static void readMetric(JsonParser json, String metric, TweetDraft draft)
            throws IOException, UnusableValueException {
        switch (metric) {
            case "retweet_count", "repost_count" -> draft.retweets = JsonValues.count(json, metric);
            case "reply_count" -> draft.replies = JsonValues.count(json, metric);
            case "like_count" -> draft.likes = JsonValues.count(json, metric);
            case "quote_count" -> draft.quotes = JsonValues.count(json, metric);
            case "bookmark_count" -> draft.bookmarks = JsonValues.count(json, metric);
            case "impression_count" -> draft.impressions = JsonValues.count(json, metric);
            default -> json.skipChildren();
        }
    }

    private static List<Long> sortedIds(JsonParser json, String field) throws IOException, UnusableValueException {
        List<Long> ids = new ArrayList<>(1);
        JsonValues.array(json, field, () -> ids.add(JsonValues.id(json, field)));
        Collections.sort(ids);
        return ids;
    }

    private void readTopic(JsonParser json, TweetDraft draft) throws IOException, UnusableValueException {
        String[] names = new String[2];
        JsonValues.object(json, topic, field -> {
            switch (field) {
                case "domain" -> names[0] = JsonValues.strings(json, domain, NAME)[0];
                case "entity" -> names[1] = JsonValues.strings(json, entity, NAME)[0];
                default -> json.skipChildren();
            }
        });
        if (names[0] != null && names[1] != null) {
            draft.addTopic(names[0] + ":" + names[1]);
        }
    }

    /** Some tools copy the tweet that is referred to into the reference, so it is read as one. */
    private void readReference(JsonParser json, TweetDraft draft) throws IOException, UnusableValueException {
        String[] type = new String[1];
        TweetDraft referred = new TweetDraft();
        JsonValues.object(json, reference, field -> {
            if (field.equals("type")) {
                type[0] = JsonValues.interned(json, field, interner);
            } else {
                readStrictly(json, field, referred);
            }
        });
        if (type[0] == null || referred.id == Ids.NONE) {
            throw new UnusableValueException("a reference has no type or no id");
        }
        draft.addReference(type[0], referred);
    }
}
