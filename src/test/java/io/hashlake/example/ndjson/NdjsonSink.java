package io.hashlake.example.ndjson;

import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Appends every post to a file of JSON lines, once. */
public final class NdjsonSink implements Sink {

    private static final Rejected.Stage STAGE = new Rejected.Stage("ndjson");

    private final NdjsonFile file;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final Set<Long> stored = new HashSet<>();
    private final List<Line> uncommitted = new ArrayList<>();
    private long rejectedPosts;

    /** @param deadLetters where posts go whose text is no Unicode */
    public NdjsonSink(Path file, DeadLetters deadLetters, Clock clock) {
        this.file = new NdjsonFile(file);
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return STAGE.id();
    }

    @Override
    public void open() throws IOException {
        stored.clear();
        stored.addAll(file.open());
    }

    /** Another process may have appended posts since the file was read. */
    @Override
    public void takeOver(Set<String> origins) throws IOException {
        open();
    }

    @Override
    public void abandon(Set<String> origins) {
        uncommitted.removeIf(line -> origins.contains(line.origin));
    }

    /** Takes all of the batch or, where a dead letter cannot be kept, nothing. */
    @Override
    public void write(TweetBatch batch) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Tweet tweet : batch.tweets()) {
            try {
                lines.add(new Line(batch.origin(), tweet.id(), file.line(tweet)));
            } catch (CharacterCodingException e) {
                rejected.add(new Rejected(clock.instant(), batch.origin(), STAGE, "a text is no Unicode", tweet));
            }
        }
        deadLetters.add(rejected);
        rejectedPosts += rejected.size();
        uncommitted.addAll(lines);
    }

    /** Nothing waits for more; what queues while a commit runs goes into the next one anyway. */
    @Override
    public boolean isCommitDue() {
        return true;
    }

    /** Where it fails, nothing is forgotten: it is called again. */
    @Override
    public Commit commit() throws IOException {
        Set<Long> ids = new HashSet<>();
        List<ByteBuffer> lines = uncommitted.stream()
                .filter(line -> !stored.contains(line.id) && ids.add(line.id))
                .map(Line::json)
                .toList();
        file.append(lines);
        stored.addAll(ids);
        int duplicates = uncommitted.size() - lines.size();
        long bytes = lines.stream().mapToInt(ByteBuffer::remaining).sum();
        Commit commit = new Commit(lines.size(), rejectedPosts, lines.size(), duplicates, 0, bytes);
        close();
        return commit;
    }

    @Override
    public void close() {
        uncommitted.clear();
        rejectedPosts = 0;
    }

    private record Line(String origin, long id, ByteBuffer json) {}
}
