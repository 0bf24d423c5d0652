package io.hashlake.bus;

import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import java.io.IOException;
import java.util.Set;

/** A sink whose process dies as if killed, right after a commit. */
final class DyingSink implements Sink {

    private final Sink sink;
    private final int lastCommit;
    private int commits;

    /** @param lastCommit counted from 1; 0 for none */
    DyingSink(Sink sink, int lastCommit) {
        this.sink = sink;
        this.lastCommit = lastCommit;
    }

    @Override
    public String name() {
        return sink.name();
    }

    @Override
    public void open() throws IOException {
        sink.open();
    }

    @Override
    public void takeOver(Set<String> origins) throws IOException {
        sink.takeOver(origins);
    }

    @Override
    public void write(TweetBatch batch) throws IOException {
        sink.write(batch);
    }

    @Override
    public boolean isCommitDue() {
        return sink.isCommitDue();
    }

    @Override
    public Commit commit() throws IOException {
        Commit commit = sink.commit();
        commits++;
        if (commits == lastCommit) {
            Runtime.getRuntime().halt(1);
        }
        return commit;
    }

    @Override
    public void close() {
        sink.close();
    }
}
