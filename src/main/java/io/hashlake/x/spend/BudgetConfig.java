package io.hashlake.x.spend;

import io.hashlake.core.Budget;
import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Limits of what is read from X, over all sources and processes that share the warehouse. Days and months are those of UTC. */
@ConfigMapping(prefix = "hashlake.budget")
public interface BudgetConfig {

    /** Number of posts that may be read from X per UTC day, 10 or more; then sources pause. Without it, there is no limit. */
    Optional<@Min(Budget.LEAST) Long> postsPerDay();

    /** Number of posts that may be read from X per UTC month, 10 or more; then sources pause. Without it, there is no limit. */
    Optional<@Min(Budget.LEAST) Long> postsPerMonth();
}
