package io.hashlake.warehouse.ledger;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Leases by which processes with one warehouse share out sources. */
@ConfigMapping(prefix = "hashlake.lease")
public interface LeaseConfig {

    /** Time for which a process that gives no sign of life still holds its sources; then another one takes them over. */
    @WithDefault("10s")
    @DurationRange(min = "3s", max = "10m")
    Duration term();
}
