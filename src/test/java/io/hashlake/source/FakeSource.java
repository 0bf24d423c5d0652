package io.hashlake.source;

import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.query.SearchQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A source as a stream is one: it takes hashtags with their accents, and has reposts. */
public record FakeSource(
        String name, Optional<String> search, Function<TweetBatch, CompletionStage<?>> output, boolean givesReposts)
        implements Source {

    public FakeSource(String name, String query, Function<TweetBatch, CompletionStage<?>> output) {
        this(name, Optional.ofNullable(query), output, true);
    }

    @Override
    public List<Hashtag> hashtags() {
        return search.map(query -> new SearchQuery(query).hashtags()).orElse(List.of());
    }

    @Override
    public SourceStatus status() {
        return new SourceStatus.Starting();
    }

    @Override
    public Instant caughtUpAt() {
        return null;
    }

    @Override
    public Tweet claim(Tweet tweet) {
        return tweet.followedBy(tweet.entities().hashtags().stream()
                .map(Hashtag::canonical)
                .filter(written ->
                        hashtags().stream().anyMatch(own -> own.canonical().equals(written)))
                .toList());
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return output.apply(batch);
    }
}
