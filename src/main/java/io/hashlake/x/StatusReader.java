package io.hashlake.x;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Reference;
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
    void readStrictly(JsonParser json, String field, TweetDraft draft) throws IOException, Defect {
        switch (field) {
            case "id_str" -> draft.id = Values.id(json, field);
            case "id" -> draft.id = draft.id == 0 ? StatusValues.id(json, field) : draft.id;
            case "text" -> {
                draft.isTweet = true;
                draft.text = Values.text(json, field);
            }
            case "full_text" -> {
                draft.isTweet = true;
                draft.longText = Values.text(json, field);
            }
            case "extended_tweet" -> Values.object(json, extended, part -> readExtended(json, part, draft));
            case "created_at" -> draft.createdAt = StatusValues.time(json, field);
            case "user" -> draft.author = users.read(json);
            case "sender", "recipient" -> draft.isMessage = true;
            case "lang" -> draft.language = Values.interned(json, field, interner);
            case "source" -> draft.client = client(Values.interned(json, field, interner));
            case "place" -> draft.place = places.read(json);
            case "possibly_sensitive" -> draft.possiblySensitive = Values.flag(json, field);
            case "entities", "extended_entities" -> readEntities(json, draft);
            default -> readCountOrReference(json, field, draft);
        }
    }

    private void readCountOrReference(JsonParser json, String field, TweetDraft draft) throws IOException, Defect {
        switch (field) {
            case "retweet_count" -> draft.retweets = Values.count(json, field);
            case "reply_count" -> draft.replies = Values.count(json, field);
            case "favorite_count" -> draft.likes = Values.count(json, field);
            case "quote_count" -> draft.quotes = Values.count(json, field);
            case "in_reply_to_user_id_str" -> draft.inReplyToUserId = Values.id(json, field);
            case "in_reply_to_status_id_str" -> refer(json, field, "replied_to", draft);
            case "quoted_status_id_str" -> refer(json, field, "quoted", draft);
            case "retweeted_status" -> readOriginal(json, draft);
            default -> draft.withheld = StatusWithheldReader.read(json, field, draft.withheld);
        }
    }

    private void readExtended(JsonParser json, String part, TweetDraft draft) throws IOException, Defect {
        switch (part) {
            case "full_text" -> draft.longText = Values.text(json, part);
            case "entities", "extended_entities" -> {
                draft.longEntities = draft.longEntities == null ? new EntitiesDraft() : draft.longEntities;
                entities.read(json, draft.longEntities);
            }
            default -> json.skipChildren();
        }
    }

    private void readEntities(JsonParser json, TweetDraft draft) throws IOException, Defect {
        draft.entities = draft.entities == null ? new EntitiesDraft() : draft.entities;
        entities.read(json, draft.entities);
    }

    private void readOriginal(JsonParser json, TweetDraft draft) throws IOException, Defect {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Defect("retweeted_status must be an object");
        }
        TweetDraft original = read(json);
        if (original.defect() != null || original.id == 0) {
            throw new Defect("retweeted_status: " + (original.id == 0 ? "id is missing" : original.defect()));
        }
        draft.addReference("retweeted", original);
    }

    private static void refer(JsonParser json, String field, String type, TweetDraft draft) throws IOException, Defect {
        TweetDraft referred = new TweetDraft();
        referred.id = Values.id(json, field);
        if (referred.id != 0) {
            draft.addReference(type, referred);
        }
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
