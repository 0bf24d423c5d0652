package io.hashlake.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Network;
import io.hashlake.tweet.NetworkId;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.Tweet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Makes {@link Tweet}s of a server's statuses. */
final class MastodonStatusReader {

    private static final Map<String, String> MEDIA = Map.of("image", "photo", "video", "video", "gifv", "animated_gif");

    private final ServerTerms terms;

    MastodonStatusReader(ServerTerms terms) {
        this.terms = terms;
    }

    /**
     * Reads a status. Of a boost text and everything marked up in it are the original's.
     *
     * @throws IllegalArgumentException if something is missing without which there is no post
     */
    Tweet read(JsonNode status, Instant observedAt) {
        JsonNode boosted = status.path("reblog");
        JsonNode content = boosted.isObject() ? boosted : status;
        HtmlText html = HtmlText.of(required(content, "content"));
        String uri = required(status, "uri");
        List<JsonNode> media = list(content.path("media_attachments"));
        return Tweet.builder()
                .id(NetworkId.of(uri))
                .network(Network.MASTODON)
                .uri(uri)
                .createdAt(createdAt(status, observedAt))
                .observedAt(observedAt)
                .author(new AccountReader(terms).read(status.path("account")))
                .text(text(content, html))
                .language(text(content, "language"))
                .entities(entities(content, html))
                .references(references(status))
                .metrics(metrics(content))
                .possiblySensitive(content.path("sensitive").asBoolean())
                .client(text(content.path("application"), "name"))
                .mediaTypes(media.stream().map(MastodonStatusReader::mediaType).toList())
                .mediaUrls(media.stream().map(each -> orEmpty(each, "url")).toList())
                .mediaAltTexts(
                        media.stream().map(each -> orEmpty(each, "description")).toList())
                .build();
    }

    /** A server's clock is a claim, too. */
    private static Instant createdAt(JsonNode status, Instant observedAt) {
        try {
            Instant created =
                    OffsetDateTime.parse(required(status, "created_at")).toInstant();
            Instant written = created.isBefore(observedAt) ? created : observedAt;
            return written.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("created_at is no time: " + e.getMessage(), e);
        }
    }

    /** Returns the text with the warning that its author put in front of it. */
    private static String text(JsonNode content, HtmlText html) {
        String warning = orEmpty(content, "spoiler_text");
        return warning.isEmpty() ? html.text() : warning + "\n\n" + html.text();
    }

    private static Entities entities(JsonNode content, HtmlText html) {
        Map<String, Hashtag> hashtags = new LinkedHashMap<>();
        content.path("tags").forEach(tag -> add(orEmpty(tag, "name"), hashtags));
        List<String> mentions = list(content.path("mentions")).stream()
                .map(mention -> orEmpty(mention, "acct"))
                .toList();
        return new Entities(List.copyOf(hashtags.values()), mentions, html.links(), List.of(), List.of());
    }

    private static void add(String name, Map<String, Hashtag> hashtags) {
        try {
            Hashtag hashtag = Hashtag.of(name);
            hashtags.putIfAbsent(hashtag.canonical(), hashtag);
        } catch (IllegalArgumentException e) {
            // Empty or too long: it is followed by nobody.
        }
    }

    /** Returns boosts and quotes. A reply knows its post by an id of the server's own, of which no key follows. */
    private static List<Reference> references(JsonNode status) {
        List<Reference> references = new ArrayList<>();
        String boosted = orEmpty(status.path("reblog"), "uri");
        if (!boosted.isEmpty()) {
            references.add(new Reference(Reference.Type.RETWEETED, NetworkId.of(boosted)));
        }
        String quoted = orEmpty(status.path("quote").path("quoted_status"), "uri");
        if (!quoted.isEmpty()) {
            references.add(new Reference(Reference.Type.QUOTED, NetworkId.of(quoted)));
        }
        return references;
    }

    private static Metrics metrics(JsonNode content) {
        return new Metrics(
                AccountReader.count(content, "reblogs_count"),
                AccountReader.count(content, "replies_count"),
                AccountReader.count(content, "favourites_count"),
                AccountReader.count(content, "quotes_count"),
                Metrics.UNKNOWN,
                Metrics.UNKNOWN);
    }

    private static String mediaType(JsonNode attachment) {
        String type = orEmpty(attachment, "type");
        return MEDIA.getOrDefault(type, type);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static String required(JsonNode object, String field) {
        if (!object.path(field).isTextual()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return StorableText.of(object.get(field).textValue());
    }

    static String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? required(object, field) : null;
    }

    private static String orEmpty(JsonNode object, String field) {
        String text = text(object, field);
        return text == null ? "" : text;
    }
}
