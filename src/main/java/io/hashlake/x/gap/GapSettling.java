package io.hashlake.x.gap;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapState;
import io.hashlake.core.Quantity;
import io.hashlake.core.SettledPart;
import io.hashlake.source.Source;
import io.hashlake.tweet.Snowflake;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes into the ledger what has become of a gap that nothing more can be done for. */
final class GapSettling {

    private static final Logger LOG = Logger.getLogger(GapSettling.class);

    private final GapServices services;
    private final GapListener listener;
    private final boolean verified;
    private final GapCheck check;

    /** @param origin bears what is asked */
    GapSettling(String origin, GapServices services, GapsConfig config, GapListener listener) {
        this.services = services;
        this.listener = listener;
        this.verified = config.verify();
        this.check = new GapCheck(services.countsFor(origin));
    }

    /**
     * Settles a gap of which everything is done that X reaches back to: what was walked through is closed, what lies before
     * that cannot be.
     *
     * @param at how far it was walked through and committed
     * @param source null if it is not followed any more
     * @return whether it is settled; else try again later
     */
    boolean settle(DeclaredGap gap, GapCursor at, Source source) throws IOException, InterruptedException {
        long end = GapCursor.atEndOf(gap).until();
        List<String> notes = new ArrayList<>();
        if (source != null && at.until() < end) {
            if (source.givesReposts()) {
                notes.add("without reposts, which search does not give");
            }
            if (verified && source.search().isPresent()) {
                Optional<String> compared = check.note(source.search().get(), at.until() - 1, end, at.listed());
                if (compared.isEmpty()) {
                    return false;
                }
                notes.add(compared.get());
            }
        }
        String before = gap.note() == null ? "" : "; before that: " + gap.note();
        settle(gap, at, notes, "recent search reaches back 7 days" + before);
        return true;
    }

    /** Settles a gap of which nothing more can be had. */
    void giveUp(DeclaredGap gap, GapCursor at, String reason) throws IOException {
        settle(gap, at, List.of(), reason);
    }

    private void settle(DeclaredGap declared, GapCursor at, List<String> notes, String lost) throws IOException {
        Gap gap = declared.gap();
        Instant reached = Snowflake.time(at.until());
        List<SettledPart> parts = new ArrayList<>();
        if (reached.isAfter(gap.from())) {
            Instant to = reached.isBefore(gap.to()) ? reached : gap.to();
            parts.add(new SettledPart(gap.from(), to, GapState.UNCLOSABLE, 0, lost));
        }
        if (reached.isBefore(gap.to())) {
            Instant from = reached.isAfter(gap.from()) ? reached : gap.from();
            String note = notes.isEmpty() ? null : String.join("; ", notes);
            parts.add(new SettledPart(from, gap.to(), GapState.CLOSED, at.found(), note));
        }
        services.ledger().settle(declared.id(), parts);
        parts.forEach(part -> report(gap.source(), part));
    }

    private void report(String source, SettledPart part) {
        listener.settled(part.state());
        LOG.infof(
                "The gap of %s from %s to %s is %s: %s found%s",
                source,
                part.from(),
                part.to(),
                part.state() == GapState.CLOSED ? "closed" : "unclosable",
                new Quantity(part.postsFound(), "post"),
                part.note() == null ? "" : "; " + part.note());
    }
}
