package io.hashlake.simulator;

import io.hashlake.simulator.Draws.Purpose;
import io.hashlake.simulator.FaultKind.Stage;
import java.time.Instant;
import java.util.Optional;

/** The faults of open streams. Those by chance follow from the world's seed and the post that they befall. */
final class StreamFaults {

    private final Faults scripted;
    private final long seed;
    private final RandomFaults byChance;

    StreamFaults(Faults scripted, SimulatorSettings settings) {
        this.scripted = scripted;
        this.seed = settings.world().seed();
        this.byChance = settings.streams().faults();
    }

    /** What befalls a stream now, whether it has posts or not. */
    Optional<FaultKind> now(Instant now) {
        return scripted.scripted(kind -> kind.stage() == Stage.STREAM, now);
    }

    /** What befalls a stream when it comes to this post. */
    Optional<FaultKind> at(Plan plan, Instant now) {
        Draws draws = Draws.of(seed, plan.number(), Purpose.STREAM_FAULT);
        return draws.chance(byChance.probability())
                ? Optional.of(draws.pick(byChance.kinds()))
                : scripted.scripted(kind -> kind.stage() == Stage.LINE, now);
    }

    /** Whether a connection counts on although its client went away. */
    boolean leavesGhost(Instant now) {
        return scripted.scripted(FaultKind.GHOST::equals, now).isPresent();
    }
}
