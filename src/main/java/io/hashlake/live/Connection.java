package io.hashlake.live;

import java.util.concurrent.Flow;

/** Hands a client its events until it is found to be too slow. */
final class Connection implements Flow.Subscriber<FeedEvent> {

    private final Flow.Subscriber<? super FeedEvent> client;
    private volatile Flow.Subscription subscription;

    Connection(Flow.Subscriber<? super FeedEvent> client) {
        this.client = client;
    }

    /** Ends it from this side. */
    void cut() {
        subscription.cancel();
        client.onError(new SlowClientException());
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        client.onSubscribe(given);
    }

    @Override
    public void onNext(FeedEvent event) {
        client.onNext(event);
    }

    @Override
    public void onError(Throwable failure) {
        client.onError(failure);
    }

    @Override
    public void onComplete() {
        client.onComplete();
    }
}
