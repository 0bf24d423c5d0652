package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Reference;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.Interner;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a status of v1.1 as the tweet that v2 would give: the extended text where there is one, the application's name
 * without its link, pictures among the addresses.
 */
final class StatusReader extends DraftReader {

    private final FieldOrder extended = new FieldOrder("extended_tweet");
    private final Interner<String> interner;
    private final StatusEntityReader entities = new StatusEntityReader();
    private final StatusUserReader users = new StatusUserReader();
    private final PlaceReader places;

    StatusReader(Interner<String> interner, PlaceReader places) {
        super("a status");
        this.interner = interner;
        this.places = places;
    }

    @Override
    void finish(JsonParser json, TweetDraft draft) {
        super.finish(json, draft);
        if (draft.longEntities != null) {
            // Those of the cut text point to the post itself.
            draft.entities = null;
        }
        draft.references = references(draft);
    }

    /** In the order of v2. What a repeated post quotes or answers is that post's own affair. */
    private static List<Reference> references(TweetDraft draft) {
        return draft.references.stream()
                .filter(reference -> draft.inlinedOriginal == null || reference.type() == Reference.Type.RETWEETED)
                .sorted(Comparator.comparing(Reference::type))
                .toList();
    }

    @Override
    void readStrictly(JsonParser json, String field, TweetDraft draft) throws IOException, UnusableValueException {
        switch (field) {
            case "id_str" -> readId(json, field, draft);
            case "id" -> draft.id = Ids.first(draft.id, JsonValues.id(json, field));
            case "text" -> {
                draft.isTweet = true;
                draft.text = JsonValues.text(json, field);
            }
            case "full_text" -> {
                draft.isTweet = true;
                draft.longText = JsonValues.text(json, field);
            }
            case "extended_tweet" -> JsonValues.object(json, extended, part -> readExtended(json, part, draft));
            case "created_at" -> draft.createdAt = JsonValues.time(json, field);
            case "user" -> draft.author = users.read(json);
            case "sender", "recipient" -> draft.isMessage = true;
            case "lang" -> draft.post.language(JsonValues.interned(json, field, interner));
            case "source" -> draft.post.client(client(JsonValues.interned(json, field, interner)));
            case "place" -> draft.place = places.read(json);
            case "possibly_sensitive" -> draft.post.possiblySensitive(JsonValues.flag(json, field));
            case "entities", "extended_entities" -> draft.entities = entities.read(json, draft.entities);
            default -> readCountOrReference(json, field, draft);
        }
    }

    private void readCountOrReference(JsonParser json, String field, TweetDraft draft)
            throws IOException, UnusableValueException {
        switch (field) {
            case "retweet_count" -> draft.retweets = JsonValues.count(json, field);
            case "reply_count" -> draft.replies = JsonValues.count(json, field);
            case "favorite_count" -> draft.likes = JsonValues.count(json, field);
            case "quote_count" -> draft.quotes = JsonValues.count(json, field);
            case "in_reply_to_user_id_str" ->
                draft.inReplyToUserId = Ids.first(JsonValues.id(json, field), draft.inReplyToUserId);
            case "in_reply_to_user_id" ->
                draft.inReplyToUserId = Ids.first(draft.inReplyToUserId, JsonValues.id(json, field));
            case "in_reply_to_status_id_str", "in_reply_to_status_id" ->
                refer(json, field, Reference.Type.REPLIED_TO, draft);
            case "quoted_status_id_str", "quoted_status_id" -> refer(json, field, Reference.Type.QUOTED, draft);
            case "retweeted_status" -> readOriginal(json, draft);
            default -> draft.withheld = StatusWithheldReader.read(json, field, draft.withheld);
        }
    }

    private void readExtended(JsonParser json, String part, TweetDraft draft)
            throws IOException, UnusableValueException {
        switch (part) {
            case "full_text" -> draft.longText = JsonValues.text(json, part);
            case "entities", "extended_entities" -> draft.longEntities = entities.read(json, draft.longEntities);
            default -> json.skipChildren();
        }
    }

    private static void readId(JsonParser json, String field, TweetDraft draft)
            throws IOException, UnusableValueException {
        draft.id = Ids.first(JsonValues.id(json, field), draft.id);
        draft.accept("id");
    }

    private void readOriginal(JsonParser json, TweetDraft draft) throws IOException, UnusableValueException {
        if (JsonValues.isGiven(json, JsonToken.START_OBJECT, "retweeted_status")) {
            TweetDraft original = read(json);
            original.defects().forEach(PageDraft.of(json)::note);
            if (original.id == Ids.NONE) {
                throw new UnusableValueException("retweeted_status has no id");
            }
            draft.addReference("retweeted", original);
        }
    }

    /** A field whose name ends in {@code _str} wins: numbers may have lost their last digits. */
    private static void refer(JsonParser json, String field, Reference.Type type, TweetDraft draft)
            throws IOException, UnusableValueException {
        long id = JsonValues.id(json, field);
        boolean isKnown = draft.references.stream().anyMatch(known -> known.type() == type);
        if (id == Ids.NONE || isKnown && !field.endsWith("_str")) {
            return;
        }
        if (isKnown) {
            draft.references.removeIf(known -> known.type() == type);
        }
        draft.addReference(type, id);
    }

    /** {@code <a href="…">Name</a>} is the name alone; what is no link stays as it is. */
    private static String client(String source) {
        if (source == null || !source.startsWith("<a ") || !source.endsWith("</a>")) {
            return source;
        }
        String name = source.substring(source.indexOf('>') + 1, source.length() - "</a>".length());
        return name.isEmpty() ? null : name;
    }
}
