package io.hashlake.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** Somebody who watches, and takes as much as a test says. */
final class Client implements Flow.Subscriber<FeedEvent> {

    private final List<FeedEvent> events = new CopyOnWriteArrayList<>();
    private volatile Flow.Subscription subscription;
    private volatile Throwable failure;
    private volatile boolean isComplete;

    Client demand(long number) {
        subscription.request(number);
        return this;
    }

    void leave() {
        subscription.cancel();
    }

    List<FeedEvent> events() {
        return events;
    }

    List<FeedEvent> named(String name) {
        return events.stream().filter(event -> name.equals(event.name())).toList();
    }

    Throwable failure() {
        return failure;
    }

    boolean isComplete() {
        return isComplete;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
    }

    @Override
    public void onNext(FeedEvent event) {
        events.add(event);
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
    }

    @Override
    public void onComplete() {
        isComplete = true;
    }
}
