package io.hashlake.pipeline.erasure;

import java.io.IOException;
import org.jboss.logging.Logger;

/** Asks X which stored posts are gone, and erases these and whatever else is to be erased. */
public final class ErasureJob {

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    private final Check check;
    private final Eraser eraser;

    /** Sets tombstones for what is gone at X. */
    @FunctionalInterface
    public interface Check {
        /** @return how many posts X reported */
        long run() throws IOException;
    }

    public ErasureJob(Check check, Eraser eraser) {
        this.check = check;
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
        try {
            long reported = check.run();
            LOG.infof("X reported %,d posts that are gone", reported);
        } catch (IOException e) {
            failure = e;
        }
        long removed = eraser.run();
        if (failure != null) {
            throw failure;
        }
        return removed;
    }
}
