package io.hashlake.x.gap;

import io.hashlake.core.Cursors;
import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Origins;
import io.hashlake.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fills the gaps in the ledger through recent search. What it finds goes where the source's own batches go, under the origin
 * {@link io.hashlake.core.Origins#gapsOf}, whose cursor moves with what is committed: a process that is killed at any
 * moment goes on where it was. A gap is closed when all that was found is committed.
 *
 * <p>It keeps no thread and no timer; whoever drives it calls {@link #poll} once in an interval, from one thread at a time.
 * {@code docs/semantics.md} says what becomes of which gap.
 */
public final class GapFiller {

    private static final Logger LOG = Logger.getLogger(GapFiller.class);

    /** Gaps that cannot be filled leave within 7 days, so that they keep others waiting no longer. */
    private static final int MAX_AT_ONCE = 10_000;

    private final GapServices services;
    private final Supplier<? extends Collection<Source>> sources;
    private final GapsConfig config;
    private final GapListener listener;
    private final GapBudget budget;
    private final Map<String, GapFill> fills = new HashMap<>();
    private volatile List<OpenGaps> open = List.of();
    private boolean isOut;

    /** @param sources what is followed now */
    public GapFiller(
            GapServices services,
            Supplier<? extends Collection<Source>> sources,
            GapsConfig config,
            GapListener listener) {
        this.services = services;
        this.sources = sources;
        this.config = config;
        this.listener = listener;
        this.budget = new GapBudget(config.pages());
    }

    /** The gaps that were open after the last turn, by source. */
    public List<OpenGaps> open() {
        return open;
    }

    /** Takes one turn: looks at every open gap, and asks X for as many pages as a turn may. */
    public void poll() throws InterruptedException {
        try {
            List<DeclaredGap> gaps = services.ledger().open(MAX_AT_ONCE);
            budget.begin(services.time().machine());
            open = work(bySource(gaps));
            fills.keySet().forEach(this::report);
            isOut = false;
        } catch (IOException e) {
            if (!isOut) {
                LOG.warnf("Gap ledger is unavailable; retrying, no gaps are filled: %s", e.getMessage());
            }
            isOut = true;
        }
    }

    private List<OpenGaps> work(Map<String, List<DeclaredGap>> gaps) throws IOException, InterruptedException {
        Map<String, Source> followed =
                sources.get().stream().collect(Collectors.toMap(Source::name, source -> source, (one, other) -> one));
        List<OpenGaps> left = new ArrayList<>();
        for (Map.Entry<String, List<DeclaredGap>> entry : gaps.entrySet()) {
            String name = entry.getKey();
            if (isOurs(name, followed.containsKey(name))) {
                GapFill fill = fills.computeIfAbsent(name, this::newFill);
                fill.work(entry.getValue(), followed.get(name)).ifPresent(left::add);
            }
        }
        return List.copyOf(left);
    }

    /**
     * The process that follows a source fills its gaps; gaps of a source that none follows are settled by the first
     * process to see them.
     */
    private boolean isOurs(String name, boolean isFollowed) throws IOException {
        Cursors leases = services.cursors();
        if (isFollowed) {
            return leases.isHeld(name);
        }
        boolean isOurs = leases.follower(name).isEmpty();
        if (!isOurs && fills.remove(name) != null) {
            leases.release(Origins.gapsOf(name));
        }
        return isOurs;
    }

    private static Map<String, List<DeclaredGap>> bySource(List<DeclaredGap> gaps) {
        return gaps.stream()
                .collect(Collectors.groupingBy(gap -> gap.gap().source(), LinkedHashMap::new, Collectors.toList()));
    }

    private GapFill newFill(String name) {
        return new GapFill(name, services, config, listener, budget);
    }

    private void report(String name) {
        long gaps = open.stream()
                .filter(of -> of.source().equals(name))
                .mapToLong(OpenGaps::gaps)
                .sum();
        listener.open(name, gaps);
    }
}
