package io.hashlake.example.rss;

import io.hashlake.core.Cursors;
import io.hashlake.core.Origins;
import io.hashlake.core.Position;
import io.hashlake.core.Position.Kind;
import io.hashlake.core.StandbyException;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.source.Source;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.UnusableCursorException;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.User;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Follows an RSS file whose items come in the order of their times. Its position is the time of the newest item. */
public final class RssSource implements Source {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final String name;
    private final Path file;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private final Clock clock;
    private final Chain<Position> chain;
    private final Set<String> handedOver = new HashSet<>();
    private volatile SourceStatus status = new SourceStatus.Starting();

    /** @param output takes a batch; completes when every sink has committed it */
    public RssSource(
            String name, Path file, Cursors cursors, Function<TweetBatch, CompletionStage<?>> output, Clock clock) {
        this.name = Origins.require(name);
        this.file = file;
        this.output = output;
        this.clock = clock;
        this.chain = new Chain<>(name, cursors);
    }

    /** Hands over the items that are new. To be called by one thread, now and then; it tells by its status how it went. */
    void poll() {
        Instant now = clock.instant();
        try {
            Chain.Start start = chain.prepare(Position.of(Kind.STREAM, 0), RssSource::resume);
            if (start != Chain.Start.GOES_ON) {
                handedOver.clear();
            }
            chain.save();
            handOver(RssItem.in(file), now);
            status = new SourceStatus.Running(now);
        } catch (StandbyException e) {
            status = new SourceStatus.StandingBy(e.follower());
        } catch (UnusableCursorException e) {
            status = new SourceStatus.Stopped(e.getMessage());
        } catch (IOException e) {
            status = new SourceStatus.Retrying(now.plus(RETRY), e.getMessage());
        }
    }

    /** Goes on where it was, if the cursor is one of its kind. */
    private static Position resume(Position stored) {
        stored.numbersOf(Kind.STREAM);
        return stored;
    }

    /** Several items may be of one time, and one of them come later: sinks drop what they have, after a restart as well. */
    private void handOver(List<RssItem> items, Instant now) {
        Instant since = Instant.ofEpochMilli(chain.position().numbers().get(0));
        List<RssItem> fresh = items.stream()
                .filter(item -> !item.publishedAt().isBefore(since) && handedOver.add(item.guid()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Position end = Position.of(
                Kind.STREAM, fresh.get(fresh.size() - 1).publishedAt().toEpochMilli());
        List<Tweet> posts = fresh.stream().map(item -> post(item, now)).toList();
        TweetBatch batch = new TweetBatch(name, chain.position().toString(), end.toString(), posts, List.of());
        chain.handOver(end, now, () -> deliver(batch));
    }

    private static Tweet post(RssItem item, Instant observedAt) {
        return Tweet.builder()
                .id(item.id())
                .createdAt(item.publishedAt())
                .author(User.ofId(0))
                .text(item.title())
                .client("RSS")
                .observedAt(observedAt)
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    /** No search of X finds these posts, so its gaps cannot be filled. */
    @Override
    public Optional<String> search() {
        return Optional.empty();
    }

    @Override
    public List<Hashtag> hashtags() {
        return List.of();
    }

    @Override
    public SourceStatus status() {
        return status;
    }

    @Override
    public Instant caughtUpAt() {
        return status instanceof SourceStatus.Running running && chain.isCommitted()
                ? running.polledAt()
                : chain.caughtUpAt();
    }

    @Override
    public Tweet claim(Tweet tweet) {
        return tweet;
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return output.apply(batch);
    }
}
