package io.hashlake.simulator.feed;

import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.world.SeededRandom;
import io.hashlake.simulator.world.SeededRandom.Purpose;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults to come: those that were asked for, one after another, and those by chance. */
public final class Faults {

    private final long seed;
    private final RandomFaults byChance;
    private final Deque<Scripted> scripted = new ArrayDeque<>();
    private long requests;

    /**
     * A fault that was asked for; it lasts for a number of requests or until a time, whichever comes first.
     */
    private record Scripted(FaultKind kind, int count, Instant until) {

        public Scripted next() {
            return new Scripted(kind, count - 1, until);
        }

        boolean isOver(Instant now) {
            return count == 0 || !now.isBefore(until);
        }
    }

    public Faults(long seed, RandomFaults byChance) {
        this.seed = seed;
        this.byChance = byChance;
    }

    public synchronized void script(FaultKind kind, int count, Instant until) {
        scripted.add(new Scripted(kind, count, until));
    }

    public synchronized void clear() {
        scripted.clear();
    }

    /** The fault of the next request, if there is one that can strike it. */
    public synchronized Optional<FaultKind> next(Predicate<FaultKind> canStrike, Instant now) {
        return scripted(canStrike, now).or(() -> byChance(canStrike));
    }

    /** The next fault that was asked for and can strike here, if there is one; it is then used up by one. */
    synchronized Optional<FaultKind> scripted(Predicate<FaultKind> canStrike, Instant now) {
        scripted.removeIf(fault -> fault.isOver(now));
        for (Iterator<Scripted> faults = scripted.iterator(); faults.hasNext(); ) {
            Scripted fault = faults.next();
            if (canStrike.test(fault.kind())) {
                faults.remove();
                scripted.addFirst(fault.next());
                return Optional.of(fault.kind());
            }
        }
        return Optional.empty();
    }

    private Optional<FaultKind> byChance(Predicate<FaultKind> canStrike) {
        SeededRandom draws = SeededRandom.of(seed, requests++, Purpose.FAULT);
        return draws.chance(byChance.probability())
                ? Optional.of(draws.pick(byChance.kinds())).filter(canStrike)
                : Optional.empty();
    }
}
