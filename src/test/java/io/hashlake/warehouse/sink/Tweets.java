package io.hashlake.warehouse.sink;

import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Place;
import io.hashlake.tweet.Reference;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.Sentiment.Label;
import io.hashlake.tweet.TextAnalysis;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import io.hashlake.tweet.Withheld;
import java.time.Instant;
import java.util.List;

/** Tweets to write. */
public final class Tweets {

    static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00.123Z");
    static final Instant OBSERVED = Instant.parse("2026-03-01T12:01:00.123456Z");

    private Tweets() {}

    public static Tweet plain(long id) {
        return plain(id, "post " + id);
    }

    public static Tweet plain(long id, String text) {
        return observed(id, text, User.ofId(1), Metrics.NONE, OBSERVED, List.of());
    }

    static Tweet observed(
            long id, String text, User author, Metrics metrics, Instant observedAt, List<String> followed) {
        Entities entities = new Entities(List.of(Hashtag.of("Health")), List.of(), List.of(), List.of(), List.of());
        return Tweet.builder()
                .id(id)
                .createdAt(WRITTEN)
                .author(author)
                .text(text)
                .entities(entities)
                .metrics(metrics)
                .observedAt(observedAt)
                .followed(followed)
                .build();
    }

    /** A tweet of which every component is given, with texts that a careless encoding would spoil. */
    public static Tweet complete(long id, String awkward) {
        return Tweet.builder()
                .id(id)
                .createdAt(WRITTEN)
                .author(described(77, awkward, 5))
                .text(awkward)
                .language("pt")
                .entities(new Entities(
                        List.of(Hashtag.of("Saúde"), Hashtag.of("COVID19")),
                        List.of("one", awkward),
                        List.of("https://example.org/?a=1&b={2,3}", ""),
                        List.of("ABC"),
                        List.of("Place:" + awkward)))
                .references(List.of(
                        new Reference(Reference.Type.REPLIED_TO, 13),
                        new Reference(Reference.Type.RETWEETED, 11),
                        new Reference(Reference.Type.QUOTED, 12)))
                .conversationId(14L)
                .inReplyToUserId(15L)
                .metrics(new Metrics(1, 2, 3, 4, 5, Long.MAX_VALUE))
                .possiblySensitive(true)
                .client(awkward)
                .place(new Place("p1", awkward, "BR", "city"))
                .editHistory(List.of(id - 1, id))
                .withheld(new Withheld(true, List.of("DE", "XX"), "tweet"))
                .topics(List.of("Health:" + awkward, "NULL", "null"))
                .observedAt(OBSERVED)
                .followed(List.of("covid19", "saúde"))
                .analysis(new TextAnalysis(
                        awkward, List.of("\uD83D\uDE37", awkward), "pt", new Sentiment(-0.25, 0.5, Label.NEGATIVE)))
                .build();
    }

    public static User described(long id, String name, long followers) {
        return new User(
                id,
                "user" + id,
                name,
                Instant.parse("2009-02-03T04:05:06Z"),
                true,
                "blue",
                true,
                new User.Profile(name, name, "https://example.org", "https://example.org/i.png"),
                new User.Counts(followers, 6, 7, 8));
    }

    static TweetBatch batch(String position, Tweet... tweets) {
        return new TweetBatch("source", position, position + "-end", List.of(tweets), List.of());
    }
}
