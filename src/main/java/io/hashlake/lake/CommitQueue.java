package io.hashlake.lake;

import io.hashlake.tweet.Sink.Commit;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Commits on their way into the store, and what is taken back of those that arrived there. */
final class CommitQueue {

    private static final Logger LOG = Logger.getLogger(CommitQueue.class);

    private final ObjectStore store;
    private final Intents intents;
    private final TweetEncoder encoder;
    private final IdWindows windows;
    private final Deque<PendingCommit> pending = new ArrayDeque<>();
    private Commit done = Commit.NOTHING;

    CommitQueue(ObjectStore store, Intents intents, TweetEncoder encoder, IdWindows windows) {
        this.store = store;
        this.intents = intents;
        this.encoder = encoder;
        this.windows = windows;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    void clear() {
        pending.clear();
    }

    /** @param cursor where the origin's cursor stands */
    void add(Epoch epoch, Optional<String> cursor) {
        pending.add(new PendingCommit(epoch, intents.nextOrdinal(), cursor));
    }

    /** Counts rows that need no commit, for they are there already. */
    void addDuplicates(long count) {
        done = sum(done, new Commit(0, count, 0, 0));
    }

    /**
     * Puts everything that waits.
     *
     * @return what has been put since this returned last
     * @throws IOException if something could not be put; call again, what was put is not put again
     */
    Commit putAll() throws IOException {
        while (!pending.isEmpty()) {
            done = sum(done, pending.element().put(intents, store, encoder));
            pending.remove();
        }
        Commit result = done;
        done = Commit.NOTHING;
        return result;
    }

    /** Tweets of the partition that are not in the store yet. */
    Stream<Tweet> tweets(Partition partition) {
        return pending.stream().flatMap(commit -> commit.tweets(partition));
    }

    /** Takes back what the origin is about to deliver again, the newest first. */
    void takeBackRepeated(String origin, Resumption resumption) throws IOException {
        Stream<Intent> waiting = pending.stream().map(PendingCommit::intent).filter(intent -> intent.origin()
                .equals(origin));
        List<Intent> all = Stream.concat(intents.load(origin).stream(), waiting)
                .distinct()
                .sorted(Comparator.comparing(Intent::ordinal))
                .toList();
        List<Intent> repeated = resumption.repeated(all);
        for (int i = repeated.size() - 1; i >= 0; i--) {
            takeBack(repeated.get(i));
        }
    }

    /** The store comes last: where it fails, the intent still stands there and this is begun again. */
    private void takeBack(Intent intent) throws IOException {
        LOG.infof(
                "%s reads again from before %s: taking back %d files that its cursor had not passed",
                intent.origin(), intent.end(), intent.keys().size());
        pending.removeIf(commit -> commit.intent().equals(intent));
        Set<String> paths = intent.keys().stream()
                .map(key -> key.substring(0, key.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        windows.forget(paths);
        intents.takeBack(intent);
    }

    private static Commit sum(Commit one, Commit other) {
        return new Commit(
                one.rows() + other.rows(),
                one.duplicates() + other.duplicates(),
                one.files() + other.files(),
                one.bytes() + other.bytes());
    }
}
