package io.hashlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;
import io.hashlake.text.LanguageDetector;
import io.hashlake.text.SentimentScorer;
import io.hashlake.text.TextAnalyzer;
import io.hashlake.tweet.Entities;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Sentiment;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetSamples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysedBatchesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Hashtag> FOLLOWED = List.of(Hashtag.of("covid19"), Hashtag.of("saúde"));

    private final Meters meters = new Meters(new SimpleMeterRegistry());

    @Test
    void keepsEverythingElseOfABatch() {
        TweetBatch batch = new TweetBatch(
                "covid19",
                "1",
                "2",
                List.of(TweetSamples.tweet(1, "covid19")),
                List.of(new Rejected(NOW, "covid19", Rejected.Stage.PARSE, "no", "{}")),
                List.of(new Payload(NOW, "{}".getBytes())));

        TweetBatch analysed = batches(SentimentScorer.NONE).analyse(batch);

        assertThat(analysed.tweets())
                .allSatisfy(tweet -> assertThat(tweet.analysis()).isNotNull());
        assertThat(analysed.withTweets(batch.tweets())).isEqualTo(batch);
    }

    @Test
    void aTweetOfWhichNothingCanBeReadGoesOnAsItCameAndIsCounted() {
        SentimentScorer failing = (text, language) -> {
            if (text.text().startsWith("bad")) {
                throw new IllegalStateException("broken");
            }
            return new Sentiment(0, 0, Sentiment.Label.NEUTRAL);
        };
        Tweet bad = tweet("bad", "en", Entities.NONE);

        List<Tweet> analysed = batches(failing)
                .analyse(batch(bad, tweet("good", "en", Entities.NONE), bad))
                .tweets();

        assertThat(analysed).hasSize(3);
        assertThat(analysed.get(0)).isSameAs(bad);
        assertThat(analysed.get(1).analysis().sentiment()).isNotNull();
        assertThat(meters.total("text.failures")).isEqualTo(2);
    }

    @Test
    void followsAHashtagThatThePayloadDidNotMarkUp() {
        Tweet found = analysed(tweet("Vacina já #COVID19 #Saude #x", "pt", Entities.NONE));

        assertThat(found.entities().hashtags()).extracting(Hashtag::text).containsExactly("COVID19", "Saude", "x");
        assertThat(found.followed()).containsExactly("covid19", "saúde");
    }

    @Test
    void addsNothingToWhatThePayloadSaysAboutItself() {
        Entities nothing = new Entities(List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(analysed(tweet("#COVID19", "pt", nothing)).entities()).isEqualTo(Entities.NONE);
        assertThat(analysed(tweet("#COVID19", "pt", Entities.NONE).followedBy(List.of("other")))
                        .followed())
                .containsExactly("other");
    }

    @Test
    void aSamplesPostBelongsToNoHashtagWhetherItsPayloadMarksThemUpOrNot() {
        Tweet plain = tweet("#COVID19", "pt", Entities.NONE);
        TweetBatch sample = new TweetBatch("sample", "1", "2", List.of(plain), List.of());

        Tweet found = batches(SentimentScorer.NONE).analyse(sample).tweets().get(0);

        assertThat(found.entities().hashtags()).extracting(Hashtag::text).containsExactly("COVID19");
        assertThat(found.followed()).isEmpty();
    }

    private Tweet analysed(Tweet tweet) {
        return batches(SentimentScorer.NONE).analyse(batch(tweet)).tweets().get(0);
    }

    private AnalysedBatches batches(SentimentScorer scorer) {
        return new AnalysedBatches(new TextAnalyzer(LanguageDetector.NONE, scorer), () -> FOLLOWED, meters);
    }

    private static TweetBatch batch(Tweet... tweets) {
        return new TweetBatch("file-posts.jsonl", "1", "2", List.of(tweets), List.of());
    }

    private static Tweet tweet(String text, String language, Entities entities) {
        return TweetSamples.written(text, language).markedUp(entities);
    }
}
