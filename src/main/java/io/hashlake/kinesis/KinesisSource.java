package io.hashlake.kinesis;

import io.hashlake.core.Backoff;
import io.hashlake.core.Origins;
import io.hashlake.core.StandbyException;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.PolledSource;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.StatusLog;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Posts that some process publishes to a stream. Its shards are origins of their own, each with a {@link ShardPosition}. */
public final class KinesisSource implements PolledSource {

    /** Kinesis allows five reads of a shard per second. */
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final ShardContext reading;
    private final ShardReaders shards;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private volatile SourceStatus status = new SourceStatus.Starting();

    /** @param output takes a batch; completes when every sink has committed it */
    public KinesisSource(
            String name,
            KinesisStream stream,
            KinesisServices services,
            Function<TweetBatch, CompletionStage<?>> output) {
        this.reading = new ShardContext(Origins.require(name), new ShardClient(stream), services, output);
        this.shards = new ShardReaders(reading);
    }

    @Override
    public String name() {
        return reading.name();
    }

    /** No search of X finds all of these posts. */
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

    /** The oldest of its shards; null while one of them has not been caught up with. */
    @Override
    public Instant caughtUpAt() {
        List<Instant> times = shards.all().stream()
                .filter(shard -> !shard.isDone())
                .map(shard -> Objects.requireNonNullElse(shard.caughtUpAt(), Instant.MIN))
                .toList();
        return times.stream()
                .min(Instant::compareTo)
                .filter(oldest -> oldest.isAfter(Instant.MIN))
                .orElse(null);
    }

    /** It was published with the hashtags for which it was found. */
    @Override
    public Tweet claim(Tweet tweet) {
        return tweet;
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return reading.output().apply(batch);
    }

    @Override
    public Optional<Duration> poll() {
        Instant now = reading.services().clock().instant();
        Duration wait;
        try {
            reading.services().cursors().claim(name());
            shards.refresh(now);
            wait = read(now);
            backoff.reset();
        } catch (StandbyException e) {
            wait = reading.services().config().delay();
            report(new SourceStatus.StandingBy(e.follower()));
        } catch (IOException | RuntimeException e) {
            wait = backoff.next();
            report(retrying(now.plus(wait), e));
        }
        return Optional.of(wait);
    }

    /** A shard that cannot be read holds up no other. */
    private Duration read(Instant now) {
        Duration delay = reading.services().config().delay();
        SourceStatus found = new SourceStatus.Running(now);
        Duration wait = delay;
        for (ShardReader shard : shards.all()) {
            try {
                wait = shard.read(shards.coverage(), now) ? SHORTEST : wait;
            } catch (StandbyException e) {
                found = new SourceStatus.StandingBy(e.follower());
            } catch (IOException | RuntimeException e) {
                found = retrying(now.plus(delay), e);
            }
        }
        report(found);
        return wait;
    }

    private static SourceStatus retrying(Instant next, Exception problem) {
        return new SourceStatus.Retrying(next, Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
    }

    private void report(SourceStatus now) {
        StatusLog.changed(name(), status, now);
        status = now;
    }

    @Override
    public CompletionStage<Void> end() {
        return shards.end().thenRun(reading.client()::close);
    }
}
