package io.hashlake.app.config;

import java.util.Optional;

/** Limits of what is read from X, over all sources and processes that share the warehouse. Days and months are those of UTC. */
public interface BudgetConfig {

    /** Number of posts that may be read from X per UTC day, 10 or more; then sources pause. Without it, there is no limit. */
    Optional<Long> postsPerDay();

    /** Number of posts that may be read from X per UTC month, 10 or more; then sources pause. Without it, there is no limit. */
    Optional<Long> postsPerMonth();
}
