package io.hashlake.x.walk;

/**
 * Requests that may be spent on answers that cannot be right, so that a server that answers wrongly all the time costs hardly
 * more than one that does not. Pages that bring a search forward earn new ones. For one thread.
 */
public final class DoubtAllowance {

    private static final int MAX_REQUESTS = 6;

    private static final int PAGES_PER_REQUEST = 20;

    private int requests = MAX_REQUESTS;
    private int pages;

    /** Takes one; false if none is left. */
    boolean take() {
        if (requests == 0) {
            return false;
        }
        requests--;
        return true;
    }

    /** Refunds what was spent on an end that turned out to be real. */
    void giveBack(int unneeded) {
        requests = Math.min(MAX_REQUESTS, requests + unneeded);
    }

    void progressed() {
        pages = (pages + 1) % PAGES_PER_REQUEST;
        if (pages == 0) {
            giveBack(1);
        }
    }
}
