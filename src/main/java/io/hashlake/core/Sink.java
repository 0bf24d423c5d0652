package io.hashlake.core;

import java.io.IOException;
import java.util.Set;

/**
 * Destination of batches. A sink is used by one thread at a time and does not retry: its caller repeats {@link #commit}
 * until it succeeds. Delivery is at least once, so a sink is idempotent: taking the same batch again, even after a
 * restart, changes nothing.
 */
public interface Sink extends AutoCloseable {

    /** Its name in metrics, health and logs. */
    String name();

    /**
     * Prepares it and puts right what an earlier process left unfinished; called before the first write.
     *
     * @throws IOException if the sink is unavailable; call again
     */
    void open() throws IOException;

    /**
     * From now on these origins are written here, and another process may have written them before: nothing that is remembered
     * of them, or of what stands in the store, holds any longer. Called when nothing of them is uncommitted here.
     *
     * @throws IOException if the sink is unavailable; call again
     */
    default void takeOver(Set<String> origins) throws IOException {
        // a sink that remembers nothing has nothing to forget
    }

    /**
     * Forgets what of these origins is not committed, and leaves nothing of it behind: their leases were lost, and another
     * process may write them.
     *
     * @throws IOException if the sink is unavailable; call again
     */
    default void abandon(Set<String> origins) throws IOException {
        throw new UnsupportedOperationException(name() + " is written without leases");
    }

    /**
     * Takes a batch; nothing is promised before {@link #commit} returns. A tweet that cannot be stored for a reason of its
     * own goes to the dead letter, the rest of the batch is kept.
     *
     * @throws LostLeaseException if this process must not write its origin any more: {@link #abandon} it
     * @throws IOException if the sink is unavailable: nothing of the batch was taken, offer it again
     */
    void write(TweetBatch batch) throws IOException;

    /** Returns whether the posts written so far should be committed now. */
    boolean isCommitDue();

    /**
     * Makes everything written so far durable and visible.
     *
     * @return what this commit added
     * @throws LostLeaseException if this process must not write some of the origins any more: {@link #abandon} these, and call
     *     again
     * @throws IOException if it could not; everything written is kept, call again
     */
    Commit commit() throws IOException;

    /** Releases its resources; posts written and not committed are dropped. */
    @Override
    void close();

    /** Tells whether this sink stores posts, and so counts them in its commits; one that stores payloads does not. */
    default boolean countsPosts() {
        return true;
    }

    /**
     * Posts, rows and files that a commit added.
     *
     * @param posts posts of which there was nothing before; one that stands in several partitions counts once
     * @param rejected posts that went to the dead letter
     * @param rows rows that are now durable
     * @param duplicates rows that were not added because they were there already
     * @param files new files; 0 for a sink without files
     * @param bytes size of the new files
     */
    record Commit(long posts, long rejected, long rows, long duplicates, long files, long bytes) {

        public static final Commit NOTHING = new Commit(0, 0, 0, 0, 0, 0);

        /** Both together. */
        public Commit plus(Commit other) {
            return new Commit(
                    posts + other.posts,
                    rejected + other.rejected,
                    rows + other.rows,
                    duplicates + other.duplicates,
                    files + other.files,
                    bytes + other.bytes);
        }
    }
}
