package io.hashlake.pipeline.sink;

import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sink in memory that can be out, and commits when told to. */
public final class FakeSink implements Sink {

    public final List<Long> committed = new CopyOnWriteArrayList<>();
    public final List<Tweet> tweets = new CopyOnWriteArrayList<>();
    public final List<Integer> commitSizes = new CopyOnWriteArrayList<>();
    private final List<Long> written = new ArrayList<>();
    public volatile WeakReference<TweetBatch> lastBatch;
    public volatile boolean out;
    public volatile boolean due = true;
    public volatile long rejects;
    public volatile boolean opened;

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public void open() throws IOException {
        requireUp();
        opened = true;
    }

    @Override
    public void write(TweetBatch batch) throws IOException {
        requireUp();
        lastBatch = new WeakReference<>(batch);
        batch.tweets().stream().map(Tweet::id).forEach(written::add);
        tweets.addAll(batch.tweets());
    }

    @Override
    public boolean isCommitDue() {
        return due;
    }

    @Override
    public Commit commit() throws IOException {
        requireUp();
        committed.addAll(written);
        commitSizes.add(written.size());
        long posts = written.stream().distinct().count() - rejects;
        Commit commit = new Commit(posts, rejects, posts, 0, 0, 0);
        written.clear();
        return commit;
    }

    @Override
    public void close() {
        written.clear();
    }

    private void requireUp() throws IOException {
        if (out) {
            throw new IOException("the sink is out");
        }
    }
}
