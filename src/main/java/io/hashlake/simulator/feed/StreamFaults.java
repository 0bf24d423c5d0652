package io.hashlake.simulator.feed;

import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.FaultKind.Stage;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.SeededRandom;
import io.hashlake.simulator.world.SeededRandom.Purpose;
import java.time.Instant;
import java.util.Optional;

/** The faults of open streams. Those by chance follow from the world's seed and the post that they befall. */
public final class StreamFaults {

    private final Faults scripted;
    private final long seed;
    private final RandomFaults byChance;

    public StreamFaults(Faults scripted, SimulatorSettings settings) {
        this.scripted = scripted;
        this.seed = settings.world().seed();
        this.byChance = settings.streams().faults();
    }

    /** Returns the fault that strikes a stream now, whether it has posts or not. */
    public Optional<FaultKind> now(Instant now) {
        return scripted.scripted(kind -> kind.stage() == Stage.STREAM, now);
    }

    /** Returns the fault that strikes a stream when it comes to this post. */
    public Optional<FaultKind> at(Plan plan, Instant now) {
        SeededRandom draws = SeededRandom.of(seed, plan.number(), Purpose.STREAM_FAULT);
        return draws.chance(byChance.probability())
                ? Optional.of(draws.pick(byChance.kinds()))
                : scripted.scripted(kind -> kind.stage() == Stage.LINE, now);
    }

    /** Returns whether a connection still counts although its client went away. */
    public boolean leavesGhost(Instant now) {
        return scripted.scripted(FaultKind.GHOST::equals, now).isPresent();
    }
}
