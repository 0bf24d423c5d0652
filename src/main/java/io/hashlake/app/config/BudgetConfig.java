package io.hashlake.app.config;

import java.util.Optional;

/** How much of X may be read, over all sources and processes that share the warehouse. Days and months are those of UTC. */
public interface BudgetConfig {

    /** How many posts may be read a day, 10 or more. Then sources pause. Without it, any number. */
    Optional<Long> postsPerDay();

    /** How many posts may be read a month, 10 or more. Then sources pause. Without it, any number. */
    Optional<Long> postsPerMonth();
}
