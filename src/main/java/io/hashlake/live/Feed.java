package io.hashlake.live;

import io.hashlake.thread.DaemonThreads;
import io.smallrye.mutiny.Multi;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends snapshots to whoever watches. However many clients have the same view, each of its snapshots is made and written once;
 * a view that nobody watches costs nothing.
 */
public final class Feed implements AutoCloseable {

    static final int MAX_VIEWS = 32;
    static final int MAX_CLIENTS = 1_000;

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final int MAX_AT_ONCE = 3;

    private final Snapshots snapshots;
    private final Settings settings;
    private final Clock clock;
    private final Map<View, Channel> channels = new ConcurrentHashMap<>();
    private final ScheduledExecutorService makers = threads("live-snapshots", MAX_AT_ONCE);
    private final ScheduledExecutorService senders = threads("live-events", 1);
    private volatile boolean isFailing;
    private volatile boolean isClosed;

    /**
     * @param tick from one snapshot to the next, unless making one takes longer than half of it
     * @param heartbeat how often every client is sent something whatever happens
     */
    record Settings(Duration tick, Duration heartbeat) {

        static final Settings DEFAULT = new Settings(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    public Feed(Snapshots snapshots, Clock clock) {
        this(snapshots, Settings.DEFAULT, clock);
    }

    Feed(Snapshots snapshots, Settings settings, Clock clock) {
        this.snapshots = snapshots;
        this.settings = settings;
        this.clock = clock;
        long pause = settings.heartbeat().toMillis();
        senders.scheduleAtFixedRate(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * Events without end; the first one comes at once where somebody watches the same already.
     *
     * @throws FeedFullException if as many watch as can be served
     */
    Multi<FeedEvent> follow(View view) {
        requireRoom(view);
        Channel known = channels.get(view);
        FeedEvent first = known == null ? FeedEvent.HEARTBEAT : known.latest();
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), Multi.createFrom().publisher(client -> join(view, client)));
    }

    private void requireRoom(View view) {
        if (isClosed) {
            throw new FeedFullException("the process is about to end");
        }
        if (clients() >= MAX_CLIENTS) {
            throw new FeedFullException(MAX_CLIENTS + " clients are connected already");
        }
        if (!channels.containsKey(view) && channels.size() >= MAX_VIEWS) {
            throw new FeedFullException(MAX_VIEWS + " different selections are watched already");
        }
    }

    int clients() {
        return channels.values().stream().mapToInt(Channel::clients).sum();
    }

    int views() {
        return channels.size();
    }

    /** A client joins, and a channel without clients goes, while no other does so. */
    private void join(View view, Flow.Subscriber<? super FeedEvent> client) {
        channels.compute(view, (same, known) -> {
            Channel channel = known == null ? open(view) : known;
            channel.add(client);
            return channel;
        });
    }

    private Channel open(View view) {
        makers.execute(() -> tick(view));
        return new Channel(senders);
    }

    private void tick(View view) {
        Channel channel = channels.computeIfPresent(view, (same, known) -> known.isWatched() ? known : null);
        if (channel == null || isClosed) {
            return;
        }
        long began = System.nanoTime();
        channel.show(next(view));
        long took = System.nanoTime() - began;
        long pause = Math.max(settings.tick().toNanos() - took, took);
        makers.schedule(() -> tick(view), pause, TimeUnit.NANOSECONDS);
    }

    private FeedEvent next(View view) {
        try {
            FeedEvent event = FeedEvent.snapshot(snapshots.of(view));
            isFailing = false;
            return event;
        } catch (IOException e) {
            warnOnce(e);
            return FeedEvent.problem(new FeedProblem(clock.instant(), FeedProblem.WAREHOUSE));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Unexpected error in a snapshot of %s", view);
            return FeedEvent.problem(new FeedProblem(clock.instant(), FeedProblem.INTERNAL));
        }
    }

    private void warnOnce(IOException outage) {
        if (!isFailing) {
            isFailing = true;
            LOG.warnf("Warehouse is unavailable; the dashboard is waiting: %s", outage.getMessage());
        }
    }

    private void beat() {
        channels.values().forEach(channel -> channel.send(FeedEvent.HEARTBEAT));
    }

    /** Ends every client's stream. */
    @Override
    public void close() {
        isClosed = true;
        channels.values().forEach(Channel::close);
        channels.clear();
        makers.shutdown();
        senders.shutdown();
    }

    private static ScheduledExecutorService threads(String name, int number) {
        return Executors.newScheduledThreadPool(number, new DaemonThreads(name));
    }
}
