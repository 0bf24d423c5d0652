package io.hashlake.simulator.feed;

import io.hashlake.simulator.world.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Content of a stream. */
public interface StreamContent {

    /** Returns the filter in force at this time. */
    Filter at(Instant now);

    /** Chooses posts. */
    interface Filter {

        /** The rules by which a post is on the stream; empty if it is not. A stream without rules gives an empty list. */
        Optional<List<SimulatedRule>> rules(Plan plan);
    }
}
