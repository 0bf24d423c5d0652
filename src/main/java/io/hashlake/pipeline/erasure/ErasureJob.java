package io.hashlake.pipeline.erasure;

import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Searches for stored posts that are gone or withheld at X, and erases these and whatever else is to be erased. */
public final class ErasureJob {

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    private final List<Check> checks;
    private final Eraser eraser;

    /**
     * Search for what is to be removed, which sets its tombstones.
     *
     * @param finding what it finds, for the log
     */
    public record Check(String finding, Search search) {}

    /** Sets tombstones. */
    @FunctionalInterface
    public interface Search {
        /** @return how many were found */
        long run() throws IOException;
    }

    public ErasureJob(List<Check> checks, Eraser eraser) {
        this.checks = List.copyOf(checks);
        this.eraser = eraser;
    }

    /**
     * Erases also where X does not answer: what somebody wants to be forgotten does not wait for X.
     *
     * @return copies of posts that were removed or changed
     * @throws IOException if X or a store is unavailable; the next run goes on
     */
    public long run() throws IOException {
        IOException failure = null;
        for (Check check : checks) {
            try {
                LOG.infof("%s: %,d", check.finding(), check.search().run());
            } catch (IOException e) {
                failure = e;
            }
        }
        long removed = eraser.run();
        if (failure != null) {
            throw failure;
        }
        return removed;
    }
}
