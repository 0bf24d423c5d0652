package io.hashlake.live;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** All clients that watch the same view. */
final class Channel {

    /** Whoever has this many events before them that they have not taken is gone, or too slow to be served. */
    private static final int MAX_UNTAKEN = 4;

    private final SubmissionPublisher<FeedEvent> clients;
    private volatile FeedEvent latest = FeedEvent.HEARTBEAT;

    Channel(Executor threads) {
        this.clients = new SubmissionPublisher<>(threads, MAX_UNTAKEN);
    }

    void add(Flow.Subscriber<? super FeedEvent> client) {
        clients.subscribe(new Connection(client));
    }

    /** Returns whether any client is subscribed. */
    boolean isWatched() {
        return clients.hasSubscribers();
    }

    int clients() {
        return clients.getNumberOfSubscribers();
    }

    /** Returns the event that a new client gets at once. */
    FeedEvent latest() {
        return latest;
    }

    /** Hands it to everybody without waiting for anybody. */
    void send(FeedEvent event) {
        clients.offer(event, (client, untaken) -> {
            ((Connection) client).cut();
            return false;
        });
    }

    void show(FeedEvent event) {
        latest = event;
        send(event);
    }

    /** Ends it for everybody who is left. */
    void close() {
        clients.close();
    }
}
