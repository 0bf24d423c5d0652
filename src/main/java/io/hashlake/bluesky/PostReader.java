package io.hashlake.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Network;
import io.hashlake.tweet.NetworkId;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.StorableText;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Makes a {@link Tweet} of a post on Bluesky. */
final class PostReader {

    /** Earlier claims of when a post was written are not believed. */
    private static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");

    private PostReader() {}

    /**
     * Reads a post. It counts as written when its author says, but not after it was seen: that is a claim.
     *
     * @param seenAt when the instance saw it
     * @throws MalformedFrameException if it has no text
     */
    static Tweet read(JetstreamEvent.Written post, Instant seenAt) throws MalformedFrameException {
        JsonNode content = post.content();
        if (!content.path("text").isTextual()) {
            throw new MalformedFrameException("the post has no text");
        }
        Embedded embedded = Embedded.in(content);
        String uri = StorableText.of(post.uri());
        long id = NetworkId.of(uri);
        String root = content.path("reply").path("root").path("uri").asText();
        String parent = content.path("reply").path("parent").path("uri").asText();
        return Tweet.builder()
                .id(id)
                .network(Network.BLUESKY)
                .uri(uri)
                .createdAt(createdAt(content, seenAt))
                .observedAt(seenAt)
                .author(author(post.did()))
                .text(StorableText.of(content.get("text").textValue()))
                .language(language(content))
                .entities(entities(post, embedded))
                .references(references(parent, embedded))
                .conversationId(root.isEmpty() ? id : NetworkId.of(root))
                .inReplyToUserId(parent.isEmpty() ? null : NetworkId.of(accountOf(parent)))
                .possiblySensitive(!content.path("labels").path("values").isEmpty())
                .mediaTypes(embedded.mediaTypes())
                .mediaUrls(embedded.mediaTypes().stream().map(any -> "").toList())
                .mediaAltTexts(embedded.altTexts())
                .build();
    }

    private static Instant createdAt(JsonNode content, Instant seenAt) {
        Instant seen = seenAt.truncatedTo(ChronoUnit.MILLIS);
        try {
            Instant claimed = OffsetDateTime.parse(content.path("createdAt").asText())
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
            return claimed.isBefore(EARLIEST) || claimed.isAfter(seen) ? seen : claimed;
        } catch (DateTimeException e) {
            return seen;
        }
    }

    /** The frame gives no name: the DID stands for it, which every address of Bluesky takes in its place. */
    private static User author(String did) {
        String name = StorableText.of(did);
        return new User(NetworkId.of(name), name, null, null, false, null, false, User.Profile.EMPTY, User.Counts.NONE);
    }

    private static String language(JsonNode content) {
        String language = content.path("langs").path(0).asText();
        return language.isEmpty() ? null : StorableText.of(language);
    }

    private static Entities entities(JetstreamEvent.Written post, Embedded embedded) {
        Facets facets = Facets.of(post.content());
        List<String> urls = new ArrayList<>(facets.links());
        if (embedded.link() != null && !urls.contains(embedded.link())) {
            urls.add(embedded.link());
        }
        return new Entities(post.hashtags(), facets.mentions(), urls, List.of(), List.of());
    }

    private static List<Reference> references(String parent, Embedded embedded) {
        List<Reference> references = new ArrayList<>();
        if (!parent.isEmpty()) {
            references.add(new Reference(Reference.Type.REPLIED_TO, NetworkId.of(parent)));
        }
        if (embedded.quoted() != null) {
            references.add(new Reference(Reference.Type.QUOTED, NetworkId.of(embedded.quoted())));
        }
        return references;
    }

    /** The DID of {@code at://DID/…}. */
    private static String accountOf(String uri) {
        String[] parts = uri.split("/");
        return parts.length > 2 ? parts[2] : uri;
    }
}
