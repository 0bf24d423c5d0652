package io.hashlake.core;

import java.io.IOException;
import java.util.List;

/**
 * The ledger as those see it who fill gaps or show them. Every method throws an {@link IOException} if the ledger cannot be
 * reached; try again later.
 */
public interface GapLedger extends Gaps {

    /** Open gaps, at most so many, those first that reach back furthest. */
    List<DeclaredGap> open(int most) throws IOException;

    /** At most so many of the gaps whose ids are smaller than {@code before}, the last declared first. */
    List<DeclaredGap> page(long before, int most) throws IOException;

    /** Returns the number of gaps by source and state, without those that are 0. */
    List<GapCount> counts() throws IOException;

    /** Notes at an open gap what keeps it from being filled; null for nothing. */
    void note(long id, String note) throws IOException;

    /**
     * Settles an open gap. Where different things have become of its parts, each is a row of its own from then on. A gap that
     * is settled already stays as it is.
     *
     * @param parts one at least; together they cover the gap
     */
    void settle(long id, List<SettledPart> parts) throws IOException;
}
