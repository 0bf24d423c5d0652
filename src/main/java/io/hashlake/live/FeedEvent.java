package io.hashlake.live;

/**
 * Event sent to every client with the same view, serialised once for all of them.
 *
 * @param name null for a heartbeat, which browsers do not hand to pages
 * @param data JSON on one line
 */
record FeedEvent(String name, String data) {

    static final FeedEvent HEARTBEAT = new FeedEvent(null, "");

    static FeedEvent snapshot(Snapshot snapshot) {
        return new FeedEvent("snapshot", SnapshotJson.of(snapshot));
    }

    static FeedEvent problem(FeedProblem problem) {
        return new FeedEvent("problem", SnapshotJson.of(problem));
    }
}
