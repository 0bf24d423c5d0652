package io.hashlake.live;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** All clients that watch the same view. */
final class Channel {

    /** Number of unread events at which a client counts as gone, or as too slow to be served. */
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

    /** Sends the event to every client without waiting for any. */
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

    /** Closes the channel for every client still connected. */
    void close() {
        clients.close();
    }
}
