package io.hashlake.x.walk;

/**
 * Accepts an empty result only after three in a row: a response may be empty by mistake, and what lies behind it would
 * never be asked for again.
 */
public final class EmptyAnswers {

    private static final int BELIEVED = 3;

    private int inARow;

    /**
     * Returns whether to accept the result of a search: always if it found something, else after enough empty ones in a
     * row.
     */
    public boolean believe(boolean empty) {
        inARow = empty ? inARow + 1 : BELIEVED;
        if (inARow < BELIEVED) {
            return false;
        }
        inARow = 0;
        return true;
    }

    /** Forgets earlier results, which were about something else. */
    public void forget() {
        inARow = 0;
    }
}
