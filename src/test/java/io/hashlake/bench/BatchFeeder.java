package io.hashlake.bench;

import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Gives a sink batches as a worker would, and commits when so many tweets wait and the sink wants it. */
final class BatchFeeder {

    private final Sink sink;
    private final int group;
    private final Runnable committed;
    private int number;
    private int waiting;

    /** @param committed runs after each commit */
    BatchFeeder(Sink sink, int group, Runnable committed) {
        this.sink = sink;
        this.group = group;
        this.committed = committed;
    }

    void add(List<Tweet> tweets) {
        try {
            sink.write(
                    new TweetBatch("bench", Integer.toString(number), Integer.toString(++number), tweets, List.of()));
            waiting += tweets.size();
            if (waiting >= group && sink.isCommitDue()) {
                finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() throws IOException {
        sink.commit();
        committed.run();
        waiting = 0;
    }
}
