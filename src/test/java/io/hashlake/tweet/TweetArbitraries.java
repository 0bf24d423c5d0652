package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every kind of tweet that the records allow. */
public final class TweetArbitraries {

    private static final int LAST_ASCII = 0x7e;
    private static final int BEFORE_SURROGATES = 0xd7ff;
    private static final int AFTER_SURROGATES = 0xe000;

    private TweetArbitraries() {}

    public static Arbitrary<Tweet> tweets() {
        Arbitrary<Tweet> tweets = earlier();
        for (AddedField<?> added : TweetFields.ADDED) {
            tweets = with(added, tweets);
        }
        return tweets;
    }

    private static <T> Arbitrary<Tweet> with(AddedField<T> added, Arbitrary<Tweet> tweets) {
        return Combinators.combine(tweets, values(added.field())).as((tweet, value) -> {
            Tweet.Builder post = tweet.toBuilder();
            added.setter().accept(post, value);
            return post.build();
        });
    }

    @SuppressWarnings("unchecked") // the values of a type stand under it
    private static <T> Arbitrary<T> values(Field<Tweet, T> field) {
        if (field.name().equals("network")) {
            return (Arbitrary<T>) Arbitraries.of(Network.values()).map(Network::id);
        }
        Arbitrary<?> values =
                switch (field.type().id()) {
                    case "id" -> ids().injectNull(0.3);
                    case "count" -> counts();
                    case "flag" -> Arbitraries.of(true, false).injectNull(0.3);
                    case "real" -> Arbitraries.doubles().between(-1, 1).injectNull(0.3);
                    case "timestamp" -> instants().injectNull(0.3);
                    case "ids" -> ids().list().ofMaxSize(3);
                    case "texts", "terms" -> texts().list().ofMaxSize(3);
                    default -> texts().injectNull(0.3);
                };
        return (Arbitrary<T>) values;
    }

    /** Posts without values of added fields. */
    public static Arbitrary<Tweet> earlier() {
        return Combinators.combine(
                        ids(),
                        authors(),
                        texts(),
                        entities(),
                        extras(),
                        metrics(),
                        analyses().injectNull(0.2))
                .as((id, author, text, entities, extra, metrics, analysis) -> Tweet.builder()
                        .id(id)
                        .createdAt(extra.created())
                        .author(author)
                        .text(text)
                        .language(extra.text())
                        .entities(entities)
                        .references(extra.references())
                        .conversationId(extra.number())
                        .inReplyToUserId(extra.number())
                        .metrics(metrics)
                        .possiblySensitive(extra.flag())
                        .client(extra.text())
                        .place(extra.place())
                        .editHistory(extra.numbers())
                        .withheld(extra.withheld())
                        .topics(entities.urls())
                        .observedAt(extra.created())
                        .followed(entities.mentions())
                        .analysis(analysis)
                        .build());
    }

    private static Arbitrary<TextAnalysis> analyses() {
        return Combinators.combine(
                        texts(),
                        texts().list().ofMaxSize(3),
                        texts().injectNull(0.3),
                        sentiments().injectNull(0.3))
                .as(TextAnalysis::new);
    }

    private static Arbitrary<Sentiment> sentiments() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-1, 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(Sentiment.Label.values()))
                .as(Sentiment::new);
    }

    private record Extra(
            Instant created,
            String text,
            Long number,
            List<Long> numbers,
            boolean flag,
            Place place,
            Withheld withheld,
            List<Reference> references) {}

    private static Arbitrary<Extra> extras() {
        return Combinators.combine(
                        instants(),
                        texts().injectNull(0.3),
                        ids().injectNull(0.3),
                        ids().list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        places().injectNull(0.5),
                        withheld().injectNull(0.5),
                        references())
                .as(Extra::new);
    }

    /** All of Unicode, half of it beyond the first plane. */
    public static Arbitrary<String> texts() {
        Arbitrary<Integer> codePoints = Arbitraries.oneOf(
                Arbitraries.integers().between(0, LAST_ASCII),
                Arbitraries.integers().between(LAST_ASCII, BEFORE_SURROGATES),
                Arbitraries.integers().between(AFTER_SURROGATES, Character.MAX_CODE_POINT));
        return codePoints.list().ofMaxSize(20).map(TweetArbitraries::string);
    }

    private static String string(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static Arbitrary<Long> ids() {
        return Arbitraries.longs().between(1, Long.MAX_VALUE);
    }

    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().between(Metrics.UNKNOWN, Long.MAX_VALUE);
    }

    private static Arbitrary<Metrics> metrics() {
        return Combinators.combine(counts(), counts(), counts(), counts(), counts(), counts())
                .as(Metrics::new);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-62_135_596_800_000L, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli);
    }

    private static Arbitrary<User> authors() {
        Arbitrary<User.Profile> profiles =
                texts().injectNull(0.3).map(text -> new User.Profile(text, text, null, text));
        Arbitrary<User.Counts> userCounts =
                Combinators.combine(counts(), counts()).as((some, other) -> new User.Counts(some, other, some, other));
        return Combinators.combine(
                        ids(),
                        texts().injectNull(0.3),
                        instants().injectNull(0.3),
                        Arbitraries.of(true, false),
                        profiles,
                        userCounts)
                .as((id, name, created, flag, profile, counts) ->
                        new User(id, name, name, created, flag, name, !flag, profile, counts));
    }

    private static Arbitrary<Entities> entities() {
        Arbitrary<List<String>> lists = texts().list().ofMaxSize(3);
        Arbitrary<List<Hashtag>> hashtags = Arbitraries.of("COVID19", "Saúde", "東京", "Straße", "😀a")
                .map(Hashtag::of)
                .list()
                .ofMaxSize(4);
        return Combinators.combine(hashtags, lists, lists, lists, lists).as(Entities::new);
    }

    private static Arbitrary<Place> places() {
        return texts().injectNull(0.3).map(text -> new Place("id", text, "BR", text));
    }

    private static Arbitrary<Withheld> withheld() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of("DE", "XX").list().ofMaxSize(2))
                .as((copyright, countries) -> new Withheld(copyright, countries, copyright ? "user" : null));
    }

    private static Arbitrary<List<Reference>> references() {
        return Combinators.combine(Arbitraries.of(Reference.Type.class), ids())
                .as(Reference::new)
                .list()
                .ofMaxSize(3)
                .uniqueElements(Reference::type);
    }
}
