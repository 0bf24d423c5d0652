package io.hashlake.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.core.Origins;
import io.hashlake.core.StandbyException;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.source.PolledSource;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.StatusLog;
import io.hashlake.source.UnusableCursorException;
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

/** A hashtag that is followed on one server. Its position is a {@link StatusPosition}. */
public final class MastodonSource implements PolledSource {

    private static final int MAX_DOUBLINGS = 3;

    private final String name;
    private final Hashtag hashtag;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private final MastodonClient client;
    private final MastodonServices services;
    private final Chain<StatusPosition> chain;
    private MastodonStatusReader reader;
    private int emptyPolls;
    private volatile SourceStatus status = new SourceStatus.Starting();

    /** @param output takes a batch; completes when every sink has committed it */
    public MastodonSource(
            String name,
            Hashtag hashtag,
            MastodonClient client,
            MastodonServices services,
            Function<TweetBatch, CompletionStage<?>> output) {
        this.name = Origins.require(name);
        this.hashtag = hashtag;
        this.client = client;
        this.services = services;
        this.output = output;
        this.chain = new Chain<>(name, services.cursors());
    }

    @Override
    public String name() {
        return name;
    }

    /** No search of X finds these posts. */
    @Override
    public Optional<String> search() {
        return Optional.empty();
    }

    @Override
    public List<Hashtag> hashtags() {
        return List.of(hashtag);
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
        return tweet.followedBy(List.of(hashtag.canonical()));
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return output.apply(batch);
    }

    @Override
    public CompletionStage<Void> end() {
        return chain.whenSettled();
    }

    @Override
    public Optional<Duration> poll() throws InterruptedException {
        Instant now = services.clock().instant();
        Duration delay = services.config().delay();
        try {
            chain.prepareFromText(first(), StatusPosition::parse);
            chain.save();
            boolean isEmpty = read(now);
            emptyPolls = isEmpty ? Math.min(emptyPolls + 1, MAX_DOUBLINGS) : 0;
            report(new SourceStatus.Running(now));
            return Optional.of(delay.multipliedBy(1L << emptyPolls));
        } catch (StandbyException e) {
            report(new SourceStatus.StandingBy(e.follower()));
        } catch (UnusableCursorException | ClosedServerException e) {
            report(new SourceStatus.Stopped(e.getMessage()));
            return Optional.empty();
        } catch (RateLimitedException e) {
            report(new SourceStatus.Waiting(e.until(), e.getMessage()));
            return Optional.of(Duration.between(now, e.until()).plus(delay));
        } catch (IOException | RuntimeException e) {
            report(new SourceStatus.Retrying(
                    now.plus(delay), Objects.requireNonNullElse(e.getMessage(), e.toString())));
        }
        return Optional.of(delay);
    }

    private StatusPosition first() {
        return services.config().history() ? StatusPosition.ZERO : StatusPosition.NONE;
    }

    private void report(SourceStatus now) {
        StatusLog.changed(name, status, now);
        status = now;
    }

    /** Returns whether there was nothing new. */
    private boolean read(Instant now) throws IOException, InterruptedException {
        if (reader == null) {
            reader = new MastodonStatusReader(ServerTerms.of(client.instance(), client));
        }
        boolean isEmpty = true;
        for (int pages = 0; pages < services.config().maxPages(); pages++) {
            TagPage page = TagPage.of(client.page(hashtag, chain.position()), this, services);
            boolean isFirst = chain.position().isNone();
            isEmpty &= page.isEmpty();
            if (isFirst || !page.isEmpty()) {
                handOver(page, now);
            }
            if (isFirst || page.size() < MastodonClient.PAGE) {
                return isEmpty;
            }
        }
        return false;
    }

    Tweet post(JsonNode status, Instant at) {
        return claim(reader.read(status, at));
    }

    StatusPosition position() {
        return chain.position();
    }

    String host() {
        return client.server().host();
    }

    private void handOver(TagPage page, Instant now) {
        StatusPosition start = chain.position();
        TweetBatch batch = new TweetBatch(
                name, start.toString(), page.end().toString(), page.posts(), page.rejected(), page.payloads());
        chain.handOver(page.end(), now, () -> deliver(batch));
    }
}
