package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One post as it looked when it was observed. The same id may be observed many times, each with newer {@link Metrics}.
 *
 * @param id 64-bit snowflake
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
        TextAnalysis analysis) {

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
    }

    /** A tweet as a source gives it, its text not yet analysed. */
    public Tweet(
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
            List<String> followed) {
        this(
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
                null);
    }

    /** The same observation, fetched for these followed hashtags. */
    public Tweet followedBy(List<String> hashtags) {
        return with(entities, hashtags.stream().sorted().toList(), analysis);
    }

    /** The same observation, with what stands marked up in its text. */
    public Tweet markedUp(Entities newEntities) {
        return with(newEntities, followed, analysis);
    }

    /** The same observation, its text analysed. */
    public Tweet analysed(TextAnalysis newAnalysis) {
        return with(entities, followed, newAnalysis);
    }

    private Tweet with(Entities newEntities, List<String> newFollowed, TextAnalysis newAnalysis) {
        return new Tweet(
                id,
                createdAt,
                author,
                text,
                language,
                newEntities,
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
                newFollowed,
                newAnalysis);
    }
}
