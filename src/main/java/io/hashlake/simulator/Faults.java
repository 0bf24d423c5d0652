package io.hashlake.simulator;

import io.hashlake.simulator.Draws.Purpose;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults to come: those that were asked for, one after another, and those by chance. */
final class Faults {

    private final long seed;
    private final RandomFaults byChance;
    private final Deque<Scripted> scripted = new ArrayDeque<>();
    private long requests;

    /**
     * A fault that was asked for; it lasts for a number of requests or until a time, whichever comes first.
     */
    private record Scripted(FaultKind kind, int count, Instant until) {

        Scripted next() {
            return new Scripted(kind, count - 1, until);
        }

        boolean isOver(Instant now) {
            return count == 0 || !now.isBefore(until);
        }
    }

    Faults(long seed, RandomFaults byChance) {
        this.seed = seed;
        this.byChance = byChance;
    }

    synchronized void script(FaultKind kind, int count, Instant until) {
        scripted.add(new Scripted(kind, count, until));
    }

    synchronized void clear() {
        scripted.clear();
    }

    /** The fault of the next request to an endpoint, if there is one. */
    synchronized Optional<FaultKind> next(Endpoint endpoint, Instant now) {
        return scripted(endpoint::canFail, now).or(() -> byChance(endpoint));
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

    private Optional<FaultKind> byChance(Endpoint endpoint) {
        Draws draws = Draws.of(seed, requests++, Purpose.FAULT);
        return draws.chance(byChance.probability())
                ? Optional.of(draws.pick(byChance.kinds())).filter(endpoint::canFail)
                : Optional.empty();
    }
}
