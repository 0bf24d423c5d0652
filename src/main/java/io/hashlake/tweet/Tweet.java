package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One post as it looked when it was observed. The same id may be observed many times, each with newer {@link Metrics}.
 *
 * @param id X's 64-bit snowflake, or the {@link NetworkId} of another network's key
 * @param createdAt when it was written, UTC, milliseconds
 * @param author never null; {@link User#ofId} where the payload gave no more
 * @param text the whole text: of a long post the long one, of a retweet the original's
 * @param language BCP 47 as X gave it ({@code und}, {@code qme} and the like included); null where not given
 * @param entities of the whole text; of a retweet the original's
 * @param references retweeted, quoted and replied-to tweets
 * @param conversationId the thread's first tweet; null where not given
 * @param inReplyToUserId null where it is no reply
 * @param client the application it was sent with; null where not given
 * @param place null where the author shared none
 * @param editHistory ids of all versions, oldest first; empty where not given, this id alone where never edited
 * @param withheld null where it may be shown everywhere
 * @param topics what X takes the tweet to be about, as {@code Domain:Entity}
 * @param observedAt when this state of the tweet was received: the newest observation wins in the warehouse
 * @param followed canonical forms of the followed hashtags for which it was fetched, sorted: its partitions in the lake;
 *     empty for a source that follows none
 * @param analysis what was read out of the text; null until somebody has
 * @param paidPartnership null where not given
 * @param communityId community that it was posted to; null where there is none
 * @param replySettings who may reply: {@code everyone}, {@code following} and the like; null where not given
 * @param mediaTypes kinds of its media: {@code photo}, {@code video} or {@code animated_gif}
 * @param mediaUrls address of each medium, or of its preview; empty where not given
 * @param mediaAltTexts alternative text of each medium; empty where not given
 * @param network where it was posted
 * @param uri its key on its network, of which a {@link NetworkId} is made; null on X, where the id is the key
 */
public record Tweet(
        long id,
        Instant createdAt,
        User author,
        String text,
        String language,
        Entities entities,
        List<Reference> references,
        Long conversationId,
        Long inReplyToUserId,
        Metrics metrics,
        boolean possiblySensitive,
        String client,
        Place place,
        List<Long> editHistory,
        Withheld withheld,
        List<String> topics,
        Instant observedAt,
        List<String> followed,
        TextAnalysis analysis,
        Boolean paidPartnership,
        Long communityId,
        String replySettings,
        List<String> mediaTypes,
        List<String> mediaUrls,
        List<String> mediaAltTexts,
        Network network,
        String uri) {

    public Tweet {
        if (id < 0) {
            throw new IllegalArgumentException("tweet id is " + id + ", but an id is 0 or more");
        }
        Objects.requireNonNull(createdAt, "created_at is missing");
        Objects.requireNonNull(author, "author_id is missing");
        Objects.requireNonNull(text, "text is missing");
        Objects.requireNonNull(entities, "entities");
        Objects.requireNonNull(metrics, "metrics");
        Objects.requireNonNull(observedAt, "observedAt");
        references = List.copyOf(references);
        editHistory = List.copyOf(editHistory);
        topics = List.copyOf(topics);
        followed = List.copyOf(followed);
        mediaTypes = listed(mediaTypes);
        mediaUrls = listed(mediaUrls);
        mediaAltTexts = listed(mediaAltTexts);
        network = network == null ? Network.X : network;
    }

    /** Dead letters of earlier versions have no such list, and no network. */
    private static List<String> listed(List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Begins a post of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins a post like this one. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The same observation, fetched for these followed hashtags. */
    public Tweet followedBy(List<String> hashtags) {
        return toBuilder().followed(hashtags.stream().sorted().toList()).build();
    }

    /** The same observation, with what stands marked up in its text. */
    public Tweet markedUp(Entities newEntities) {
        return toBuilder().entities(newEntities).build();
    }

    /** The same observation, its text analysed. */
    public Tweet analysed(TextAnalysis newAnalysis) {
        return toBuilder().analysis(newAnalysis).build();
    }

    /** A post of which what was not set is not given. */
    public static final class Builder {
        private long id;
        private Instant createdAt;
        private User author;
        private String text;
        private String language;
        private Entities entities = Entities.NONE;
        private List<Reference> references = List.of();
        private Long conversationId;
        private Long inReplyToUserId;
        private Metrics metrics = Metrics.NONE;
        private boolean possiblySensitive;
        private String client;
        private Place place;
        private List<Long> editHistory = List.of();
        private Withheld withheld;
        private List<String> topics = List.of();
        private Instant observedAt;
        private List<String> followed = List.of();
        private TextAnalysis analysis;
        private Boolean paidPartnership;
        private Long communityId;
        private String replySettings;
        private List<String> mediaTypes = List.of();
        private List<String> mediaUrls = List.of();
        private List<String> mediaAltTexts = List.of();
        private Network network = Network.X;
        private String uri;

        private Builder() {}

        private Builder(Tweet tweet) {
            id = tweet.id;
            createdAt = tweet.createdAt;
            author = tweet.author;
            text = tweet.text;
            language = tweet.language;
            entities = tweet.entities;
            references = tweet.references;
            conversationId = tweet.conversationId;
            inReplyToUserId = tweet.inReplyToUserId;
            metrics = tweet.metrics;
            possiblySensitive = tweet.possiblySensitive;
            client = tweet.client;
            place = tweet.place;
            editHistory = tweet.editHistory;
            withheld = tweet.withheld;
            topics = tweet.topics;
            observedAt = tweet.observedAt;
            followed = tweet.followed;
            analysis = tweet.analysis;
            paidPartnership = tweet.paidPartnership;
            communityId = tweet.communityId;
            replySettings = tweet.replySettings;
            mediaTypes = tweet.mediaTypes;
            mediaUrls = tweet.mediaUrls;
            mediaAltTexts = tweet.mediaAltTexts;
            network = tweet.network;
            uri = tweet.uri;
        }

        public Builder id(long value) {
            id = value;
            return this;
        }

        public Builder createdAt(Instant value) {
            createdAt = value;
            return this;
        }

        public Builder author(User value) {
            author = value;
            return this;
        }

        public Builder text(String value) {
            text = value;
            return this;
        }

        public Builder language(String value) {
            language = value;
            return this;
        }

        public Builder entities(Entities value) {
            entities = value;
            return this;
        }

        public Builder references(List<Reference> value) {
            references = value;
            return this;
        }

        public Builder conversationId(Long value) {
            conversationId = value;
            return this;
        }

        public Builder inReplyToUserId(Long value) {
            inReplyToUserId = value;
            return this;
        }

        public Builder metrics(Metrics value) {
            metrics = value;
            return this;
        }

        public Builder possiblySensitive(boolean value) {
            possiblySensitive = value;
            return this;
        }

        public Builder client(String value) {
            client = value;
            return this;
        }

        public Builder place(Place value) {
            place = value;
            return this;
        }

        public Builder editHistory(List<Long> value) {
            editHistory = value;
            return this;
        }

        public Builder withheld(Withheld value) {
            withheld = value;
            return this;
        }

        public Builder topics(List<String> value) {
            topics = value;
            return this;
        }

        public Builder observedAt(Instant value) {
            observedAt = value;
            return this;
        }

        public Builder followed(List<String> value) {
            followed = value;
            return this;
        }

        public Builder analysis(TextAnalysis value) {
            analysis = value;
            return this;
        }

        public Builder paidPartnership(Boolean value) {
            paidPartnership = value;
            return this;
        }

        public Builder communityId(Long value) {
            communityId = value;
            return this;
        }

        public Builder replySettings(String value) {
            replySettings = value;
            return this;
        }

        public Builder mediaTypes(List<String> value) {
            mediaTypes = value;
            return this;
        }

        public Builder mediaUrls(List<String> value) {
            mediaUrls = value;
            return this;
        }

        public Builder mediaAltTexts(List<String> value) {
            mediaAltTexts = value;
            return this;
        }

        public Builder network(Network value) {
            network = value;
            return this;
        }

        public Builder uri(String value) {
            uri = value;
            return this;
        }

        /** @throws RuntimeException if something is missing without which there is no post */
        public Tweet build() {
            return new Tweet(
                    id,
                    createdAt,
                    author,
                    text,
                    language,
                    entities,
                    references,
                    conversationId,
                    inReplyToUserId,
                    metrics,
                    possiblySensitive,
                    client,
                    place,
                    editHistory,
                    withheld,
                    topics,
                    observedAt,
                    followed,
                    analysis,
                    paidPartnership,
                    communityId,
                    replySettings,
                    mediaTypes,
                    mediaUrls,
                    mediaAltTexts,
                    network,
                    uri);
        }
    }
}
